package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The OpenAPI document as a page. All of it comes from the service itself: the page works without any other network. */
final class DocsPage {
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>HQCCP Decision Service</title>
            <link rel="stylesheet" href="/docs/swagger-ui.css">
            <link rel="icon" href="data:,">
            </head>
            <body>
            <div id="document"></div>
            <script src="/docs/swagger-ui-bundle.js"></script>
            <script src="/docs/start.js"></script>
            </body>
            </html>
            """;

    /** Swagger UI writes style attributes and its own small pictures; it asks this service and no other. */
    private static final String MAY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private record Part(String mediaType, String path) {}

    private static final Map<String, Part> PARTS = Map.of(
            "swagger-ui.css", new Part("text/css;charset=utf-8", WEBJAR + "swagger-ui.css"),
            "swagger-ui-bundle.js", new Part("text/javascript;charset=utf-8", WEBJAR + "swagger-ui-bundle.js"),
            "start.js", new Part("text/javascript;charset=utf-8", "/docs/start.js"));

    private DocsPage() {}

    static void page(Context context, Query query) throws IOException {
        context.header("Content-Security-Policy", MAY);
        Answers.send(context.res(), 200, ProblemPages.HTML, PAGE.getBytes(StandardCharsets.UTF_8));
    }

    static void part(Context context, Query query) throws Refused, IOException {
        Part part = PARTS.get(context.pathParam("file"));
        if (part == null) {
            throw new Refused(
                    ProblemType.NO_SUCH_ROUTE,
                    "The page has no such part.",
                    List.of(Fault.outside(
                            "unknown-path",
                            "the path names no part of the page",
                            null,
                            PARTS.keySet().stream().sorted().toList())));
        }
        Answers.send(context.res(), 200, part.mediaType(), Resources.bytes(part.path()));
    }
}
