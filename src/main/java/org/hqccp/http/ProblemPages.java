package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hqccp.facts.Suggestion;

/** What each type of problem means: where the address in a problem leads. */
final class ProblemPages {
    static final String HTML = "text/html;charset=utf-8";

    private ProblemPages() {}

    static void all(Context context, Query query) throws IOException {
        String rows = Arrays.stream(ProblemType.values())
                .map(type -> "<dt><a href=\"" + type.path() + "\">" + type.word() + "</a></dt><dd>" + type.status()
                        + ". " + type.title() + ".</dd>")
                .collect(Collectors.joining("\n"));
        send(context, "Problems", "<dl>\n" + rows + "\n</dl>");
    }

    static void one(Context context, Query query) throws Refused, IOException {
        String word = context.pathParam("type");
        for (ProblemType type : ProblemType.values()) {
            if (type.word().equals(word)) {
                send(
                        context,
                        type.title(),
                        "<p>Status " + type.status() + ".</p>\n<p>" + type.advice()
                                + "</p>\n<p><a href=\"/problems\">All problems</a></p>");
                return;
            }
        }
        List<String> known =
                Arrays.stream(ProblemType.values()).map(ProblemType::word).toList();
        throw new Refused(
                ProblemType.NO_SUCH_ROUTE,
                "There is no such type of problem.",
                List.of(Fault.outside(
                        "unknown-path",
                        "the path names no type of problem",
                        Suggestion.didYouMean(word, known),
                        known)));
    }

    private static void send(Context context, String title, String body) throws IOException {
        String page = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + title
                + "</title></head>\n<body>\n<h1>" + title + "</h1>\n" + body + "\n</body>\n</html>\n";
        Answers.send(context.res(), 200, HTML, page.getBytes(StandardCharsets.UTF_8));
    }
}
