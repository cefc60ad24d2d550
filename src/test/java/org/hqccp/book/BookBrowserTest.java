package org.hqccp.book;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.hqccp.http.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page of the policy book, looked at in a browser by axe-core, which knows what keeps people from reading a page. */
class BookBrowserTest {
    /** One page of each kind; of rules, one of each kind of conclusion, a statement, and a retired one. */
    private static final List<String> PAGES = List.of(
            "index.html",
            "principles.html",
            "pathways.html",
            "facts.html",
            "parameters.html",
            "sources.html",
            "supports.html",
            "messages.html",
            "confirm.html",
            "decisions/pathway-eligibility.html",
            "decisions/student-plan.html",
            "facts/student.html",
            "rules/EA-02.html",
            "rules/GP-06.html",
            "rules/EP-01.2017.html",
            "rules/B-10.html",
            "rules/AP-03.html",
            "rules/SD-12.html");

    @TempDir
    private Path folder;

    @Test
    void axeFindsNothing() throws Exception {
        Browser browser = Browser.orSkip("the policy book", folder);
        Book book = RealBook.withCases();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, book));
        server.start();
        try {
            String seen =
                    browser.shown("http://127.0.0.1:" + server.getAddress().getPort() + "/look.html");

            assertThat(seen.lines().filter(line -> line.contains("FOUND ") || line.contains("FAULT ")))
                    .isEmpty();
            assertThat(seen).containsPattern("LOOKED at " + PAGES.size() + " pages, [0-9]{3,} checks passed");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, Book book) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/look.html" ->
                send(
                        exchange,
                        "text/html",
                        ("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Look</title></head>"
                                        + "<body data-paths=\"" + String.join(" ", PAGES)
                                        + "\"><pre id=\"found\"></pre>"
                                        + "<iframe id=\"page\" title=\"page\" width=\"1100\" height=\"900\"></iframe>"
                                        + "<script src=\"/look.js\"></script></body></html>")
                                .getBytes(UTF_8));
            case "/look.js" -> send(exchange, "text/javascript", resource("/book/look.js"));
            case "/axe.js" ->
                send(exchange, "text/javascript", resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"));
            default ->
                send(exchange, path.endsWith(".css") ? "text/css" : "text/html", book.page(path.replace("/book/", "")));
        }
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream resource = BookBrowserTest.class.getResourceAsStream(path)) {
            assertThat(resource).as(path).isNotNull();
            return resource.readAllBytes();
        }
    }

    private static void send(HttpExchange asked, String mediaType, byte[] body) throws IOException {
        asked.getResponseHeaders().set("Content-Type", mediaType + ";charset=utf-8");
        asked.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
        if (body != null) {
            asked.getResponseBody().write(body);
        }
        asked.close();
    }
}
