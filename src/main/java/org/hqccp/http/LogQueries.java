package org.hqccp.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hqccp.decisionlog.LogQuery;
import org.hqccp.decisionlog.format.EntryKind;
import org.jspecify.annotations.Nullable;

/**
 * A search of the log as the query of a request says it.
 *
 * @param query what is sought
 * @param cursor where to go on
 * @param limit how many entries a page has at most
 */
record LogQueries(LogQuery query, @Nullable String cursor, int limit) {
    static final String[] NAMES = {
        "from", "to", "kind", "decision", "outcome", "rule", "ruleSet", "about", "cursor", "limit"
    };
    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    static LogQueries read(Query query) throws Refused {
        String from = day(query, "from");
        String to = day(query, "to");
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw Query.wrong("date-order", "'from' is after 'to'", "write the earlier day first", List.of());
        }
        LogQuery sought = new LogQuery(
                from,
                to,
                kinds(query),
                query.text("decision"),
                query.text("outcome"),
                query.text("rule"),
                query.text("ruleSet"),
                query.text("about"));
        return new LogQueries(sought, query.text("cursor"), limit(query));
    }

    private static @Nullable String day(Query query, String name) throws Refused {
        String text = query.text(name);
        try {
            return text == null ? null : LocalDate.parse(text, DAY).toString();
        } catch (DateTimeParseException e) {
            throw Query.wrong("bad-date", "'" + name + "' is not a day", "write it as 2026-11-24", List.of());
        }
    }

    private static Set<EntryKind> kinds(Query query) throws Refused {
        String text = query.text("kind");
        if (text == null) {
            return LogQuery.DECISIONS;
        }
        List<String> words =
                Arrays.stream(EntryKind.values()).map(EntryKind::word).toList();
        if (!words.contains(text)) {
            throw query.unknown("kind", text, words);
        }
        return Set.of(EntryKind.values()[words.indexOf(text)]);
    }

    private static int limit(Query query) throws Refused {
        String text = query.text("limit");
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Query.wrong("bad-limit", "'limit' is a number from 1 to " + MOST, null, List.of());
        }
        return Integer.parseInt(text);
    }
}
