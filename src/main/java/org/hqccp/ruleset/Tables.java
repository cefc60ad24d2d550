package org.hqccp.ruleset;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.RuleReader;

/** The tables of words and sources. */
final class Tables {
    private final SortedMap<String, String> files;
    private final List<Problem> problems;
    private final Map<Message, Table.Row> messageRows = new HashMap<>();
    private final Map<String, Table.Row> statementRows = new HashMap<>();
    private final Map<String, Table.Row> registerRows = new HashMap<>();

    Tables(SortedMap<String, String> files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    List<Table.Row> rows(RuleTable table) {
        String file = table.file();
        List<String> columns = table.columns();
        String text = files.get(file);
        if (text == null) {
            problems.add(Problem.ofFile(
                    file, "MISSING", "the file is missing", "add it with the columns " + String.join(",", columns)));
            return List.of();
        }
        return Table.read(file, text, columns, problems);
    }

    Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Table.Row row : rows(RuleTable.SOURCES)) {
            Source source = new Source(row.get("tag"), row.get("mark"), row.get("where"), row.get("read"));
            if (!RuleTable.MARKS.contains(source.mark())) {
                problems.add(row.problem(
                        "mark",
                        "MARK",
                        source.mark().isEmpty() ? "'mark' is empty" : "'" + source.mark() + "' is not a mark",
                        "write SOURCED, DESIGN, BK or CONFLICT"));
            }
            if (sources.put(source.tag(), source) != null) {
                problems.add(row.problem("tag", "DUPLICATE", "the tag " + source.tag() + " stands twice", "keep one"));
            }
        }
        return sources;
    }

    /** The row of a retired rule in the register. */
    Table.Row registerRow(String id) {
        return Objects.requireNonNull(registerRows.get(id));
    }

    /** The row of a statement. */
    Table.Row statementRow(String id) {
        return Objects.requireNonNull(statementRows.get(id));
    }

    /** The row of a message. */
    Table.Row messageRow(Message message) {
        return Objects.requireNonNull(messageRows.get(message));
    }

    Map<String, Message> messages(Set<String> sources) {
        Map<String, Message> messages = new LinkedHashMap<>();
        for (Table.Row row : rows(RuleTable.MESSAGES)) {
            String by = row.get("by");
            Message message = new Message(
                    row.get("verb"),
                    row.get("code"),
                    row.get("text"),
                    row.get("who"),
                    by.isEmpty() ? null : by,
                    row.get("source"));
            messageRows.put(message, row);
            if (!RuleTable.VERBS.contains(message.verb())) {
                problems.add(row.problem(
                        "verb",
                        "VERB",
                        "'" + message.verb() + "' is not a kind of message",
                        "write " + String.join(", ", RuleTable.VERBS)));
            }
            filled(row, "code", "text", "who");
            tags(row, sources);
            if (messages.put(message.verb() + "/" + message.code(), message) != null) {
                problems.add(row.problem(
                        "code", "DUPLICATE", message.verb() + " " + message.code() + " stands twice", "keep one"));
            }
        }
        return messages;
    }

    Map<String, Support> supports(Set<String> sources) {
        Map<String, Support> supports = new LinkedHashMap<>();
        List<Table.Row> rows = rows(RuleTable.SUPPORTS);
        for (Table.Row row : rows) {
            String into = row.get("merges-into");
            Support support = new Support(
                    row.get("id"),
                    Arrays.stream(row.get("codes").split(";"))
                            .map(String::strip)
                            .filter(c -> !c.isEmpty())
                            .toList(),
                    row.get("role"),
                    row.get("urgency"),
                    row.get("legal-basis"),
                    row.get("evidence"),
                    row.get("frame"),
                    row.get("step"),
                    row.get("sensitive").equals("yes"),
                    into.isEmpty() ? null : into,
                    row.get("source"));
            filled(row, "id", "codes", "role", "step");
            if (!Support.URGENCIES.contains(support.urgency())) {
                problems.add(row.problem(
                        "urgency",
                        "URGENCY",
                        "'" + support.urgency() + "' is not an urgency",
                        "write U0, U1, U2 or U3"));
            }
            if (!List.of("yes", "no", "").contains(row.get("sensitive"))) {
                problems.add(row.problem("sensitive", "VALUE", "'sensitive' is yes or no", null));
            }
            tags(row, sources);
            if (supports.put(support.id(), support) != null) {
                problems.add(
                        row.problem("id", "DUPLICATE", "the support " + support.id() + " stands twice", "keep one"));
            }
        }
        for (Table.Row row : rows) {
            String into = row.get("merges-into");
            if (!into.isEmpty() && !supports.containsKey(into)) {
                problems.add(row.problem(
                        "merges-into",
                        "SUPPORT",
                        row.get("id") + " merges into " + into + ", which is no support",
                        Suggestion.didYouMean(into, supports.keySet())));
            }
        }
        return supports;
    }

    Map<String, Statement> statements(Set<String> sources) {
        Map<String, Statement> statements = new LinkedHashMap<>();
        for (Table.Row row : rows(RuleTable.STATEMENTS)) {
            Statement statement = new Statement(
                    row.get("id"),
                    row.get("kind"),
                    row.get("statement"),
                    row.get("held-by"),
                    row.get("source"),
                    row.get("from"));
            filled(row, "id", "statement", "held-by");
            if (!RuleTable.STATEMENT_KINDS.contains(statement.kind())) {
                problems.add(row.problem(
                        "kind",
                        "KIND",
                        "'" + statement.kind() + "' is not a kind of statement",
                        "write guard, definition or report-only"));
            }
            tags(row, sources);
            statementRows.put(statement.id(), row);
            if (statements.put(statement.id(), statement) != null) {
                problems.add(row.problem("id", "DUPLICATE", "the id " + statement.id() + " stands twice", "keep one"));
            }
        }
        return statements;
    }

    /** The closed list of reasons for an override; a rule set without the file allows none. */
    Map<String, String> overrideReasons(Set<String> sources) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (!files.containsKey(RuleTable.OVERRIDE_REASONS.file())) {
            return reasons;
        }
        for (Table.Row row : rows(RuleTable.OVERRIDE_REASONS)) {
            filled(row, "meaning");
            tags(row, sources);
            if (!row.get("code").matches("[A-Z][A-Z0-9_]*")) {
                problems.add(row.problem(
                        "code", "CODE", "'" + row.get("code") + "' is not a code", "write capitals, digits and _"));
            }
            if (reasons.put(row.get("code"), row.get("meaning")) != null) {
                problems.add(
                        row.problem("code", "DUPLICATE", "the code " + row.get("code") + " stands twice", "keep one"));
            }
        }
        return reasons;
    }

    /** The register of retired rules; a rule set without the file has retired none. */
    Map<String, RetiredRule> retiredRules() {
        Map<String, RetiredRule> retired = new LinkedHashMap<>();
        if (!files.containsKey(RuleTable.RETIRED_RULES.file())) {
            return retired;
        }
        for (Table.Row row : rows(RuleTable.RETIRED_RULES)) {
            filled(row, "reason");
            String id = row.get("id");
            String by = row.get("replaced-by");
            LocalDate lastDay = Dates.read(row.get("last-day"));
            if (!RuleReader.ID.matcher(id).matches()) {
                problems.add(
                        row.problem("id", "NAME", "'" + id + "' is no id of a rule", "write it as in the rule, EP-01"));
            } else if (lastDay == null) {
                problems.add(row.problem(
                        "last-day",
                        "DATE",
                        "'" + row.get("last-day") + "' in the column 'last-day' is not a date",
                        "write it as 2026-08-01"));
            } else if (retired.put(
                            id, new RetiredRule(id, lastDay, row.get("reason"), by.isEmpty() ? null : by, row.line()))
                    != null) {
                problems.add(row.problem("id", "DUPLICATE", "the id " + id + " stands twice", "keep one"));
            }
            registerRows.put(id, row);
        }
        return retired;
    }

    private void filled(Table.Row row, String... columns) {
        for (String column : columns) {
            if (row.get(column).isEmpty()) {
                problems.add(row.problem(column, "MISSING", "'" + column + "' is empty", "fill it"));
            }
        }
    }

    private void tags(Table.Row row, Set<String> sources) {
        tags(row, sources, problems);
    }

    /** Every row says where it comes from. */
    static void tags(Table.Row row, Set<String> sources, List<Problem> problems) {
        if (row.get("source").isEmpty()) {
            problems.add(row.problem("source", "MISSING", "'source' is empty", "write a tag of sources.csv"));
            return;
        }
        for (String tag : row.get("source").split("\\s*,\\s*")) {
            if (!sources.contains(tag)) {
                problems.add(row.problem(
                        "source",
                        "SOURCE",
                        "'" + tag + "' is not a tag of sources.csv",
                        Suggestion.didYouMean(tag, sources)));
            }
        }
    }
}
