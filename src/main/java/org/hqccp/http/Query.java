package org.hqccp.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Suggestion;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark: known names only, each at most once. */
final class Query {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Query() {}

    static Query read(@Nullable String query, List<String> known) throws Refused {
        Query read = new Query();
        if (query == null || query.isEmpty()) {
            return read;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!known.contains(name)) {
                throw bad(
                        "unknown-parameter",
                        known.isEmpty() ? "this path takes no query" : "the query holds a name this path does not know",
                        Suggestion.didYouMean(name, known),
                        known);
            }
            if (read.values.put(name, decoded(equals < 0 ? "" : pair.substring(equals + 1))) != null) {
                throw bad("repeated-parameter", "'" + name + "' stands twice in the query", "send it once", List.of());
            }
        }
        return read;
    }

    private static String decoded(String text) throws Refused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad("bad-encoding", "the query is not well encoded", "write % followed by two hex digits", List.of());
        }
    }

    /** Refuses a value that cannot be read. */
    static Refused wrong(String code, String message, @Nullable String advice, List<String> allowed) {
        return bad(code, message, advice, allowed);
    }

    private static Refused bad(String code, String message, @Nullable String advice, List<String> allowed) {
        return new Refused(
                ProblemType.BAD_QUERY,
                "The query cannot be read.",
                List.of(Fault.outside(code, message, advice, allowed)));
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    /** A switch that is off where it is not named. */
    boolean flag(String name) throws Refused {
        return flag(name, false);
    }

    /** A switch. */
    boolean flag(String name, boolean otherwise) throws Refused {
        String value = values.getOrDefault(name, String.valueOf(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw bad("not-allowed", "'" + name + "' is true or false", null, List.of("true", "false"));
        }
        return value.equals("true");
    }

    /** Refuses a value that is none of the names there are. */
    Refused unknown(String name, String value, List<String> known) {
        return bad("not-allowed", "'" + name + "' names nothing there is", Suggestion.didYouMean(value, known), known);
    }
}
