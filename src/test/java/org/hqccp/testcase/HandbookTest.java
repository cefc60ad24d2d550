package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rule folder held against the list of everything the policy handbook asks for, {@code handbook-ids.csv}: every id is a rule, a
 * statement, a parameter, a fact or a value, or is named as part of a decision still to come, and nothing stands in the folder that the
 * list does not know. A rule with a suffix belongs to the row of its id. Policy that is added beyond the handbook gets a row of its own,
 * with {@code local} as its section.
 */
class HandbookTest {
    private static final Pattern ID = Pattern.compile("\\b(?:[A-Z]{1,4}[0-9]?-[0-9]{2}(?:\\.[a-z0-9-]+)?)\\b");
    private static RuleSet ruleSet;
    private static List<NamedCsvRecord> rows;
    private static List<String> wholeCases;

    @BeforeAll
    static void read() throws IOException {
        ruleSet = Handbook.ruleSet();
        rows = Handbook.rows();
        try (Stream<Path> files = Files.list(Path.of("test-cases/whole-cases"))) {
            wholeCases = files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static String family(String ruleId) {
        return Handbook.family(ruleId);
    }

    private static List<Rule> rules(String id) {
        return Handbook.rules(ruleSet, id);
    }

    private static Set<String> ids(String... kinds) {
        Set<String> ids = new TreeSet<>();
        rows.stream()
                .filter(row -> List.of(kinds).contains(row.getField("kind")))
                .forEach(row -> ids.add(row.getField("id")));
        return ids;
    }

    @Test
    void everyIdOfTheHandbookIsThere() {
        List<String> missing = rows.stream()
                .map(row -> row.getField("id") + ": " + missing(row))
                .filter(words -> !words.endsWith(": "))
                .toList();

        assertThat(missing).isEmpty();
    }

    private static String missing(NamedCsvRecord row) {
        String id = row.getField("id");
        String where = row.getField("where");
        return switch (row.getField("kind")) {
            case "rule" -> missingRule(id, where, false);
            case "report" -> missingRule(id, where, true);
            case "statement" -> ruleSet.statements().containsKey(where) ? "" : "no statement " + where;
            case "parameter" -> missingValue(id, row.getField("value"));
            case "fact" -> fact(where) == null ? "no fact " + where : "";
            case "value" ->
                ruleSet.parameters().get(where).periods().stream()
                                        .anyMatch(p -> p.value() instanceof Set<?> set && set.contains(id))
                                && fact("program.sector").values().containsKey(id)
                        ? ""
                        : "not in " + where;
            case "class" -> isOfClass(id, where) ? "" : "not " + where;
            case "case" ->
                wholeCases.stream().anyMatch(f -> family(f).equals(id) || f.startsWith(id + "-"))
                        ? ""
                        : "no whole case";
            // Held by the program, out of reach of an edit: its test carries the id's example.
            case "program" ->
                Files.exists(Path.of("src/test/java/org/hqccp", where + "Test.java")) ? "" : "no test of " + where;
            case "later" ->
                rules(id).isEmpty() && !ruleSet.parameters().containsKey(id)
                        ? ""
                        : "it is there, so it is no longer part of a decision to come";
            default -> "a row of no known kind";
        };
    }

    private static String missingRule(String id, String where, boolean report) {
        Set<String> places = new TreeSet<>();
        rules(id).forEach(r -> places.add(r.decision() + "/" + r.group()));
        boolean right = rules(id).stream().allMatch(r -> (r.kind() == Rule.Kind.REPORT) == report || !report);
        return places.equals(new TreeSet<>(List.of(where.split("; "))))
                ? right ? "" : "it judges, where it should report"
                : "expected in " + where + ", found in " + places;
    }

    private static String missingValue(String id, String value) {
        Parameter parameter = ruleSet.parameters().get(id);
        if (parameter == null) {
            return "no such parameter";
        }
        Set<String> held = new TreeSet<>();
        parameter.periods().forEach(p -> held.add(words(p.value())));
        return value.isEmpty() || held.containsAll(List.of(value.split("; ")))
                ? ""
                : "expected " + value + ", found " + held;
    }

    private static String words(Object value) {
        return value instanceof org.hqccp.facts.Unknown
                ? "unknown"
                : value instanceof Set<?> set
                        ? String.join(" ", set.stream().map(String::valueOf).toList())
                        : Words.value(value);
    }

    private static boolean isOfClass(String path, String factClass) {
        int dot = path.indexOf('.');
        Fact fact = fact(path);
        return factClass.equals("RED")
                ? fact == null && ruleSet.dictionary().isRed(path.substring(0, dot), path.substring(dot + 1))
                : fact != null && fact.factClass().name().equals(factClass);
    }

    private static Fact fact(String path) {
        int dot = path.indexOf('.');
        EntityType type = ruleSet.dictionary().type(path.substring(0, dot));
        return type == null ? null : type.fact(path.substring(dot + 1));
    }

    @Test
    void nothingIsInventedBeyond() {
        Set<String> rules = new TreeSet<>();
        ruleSet.rules().keySet().forEach(id -> rules.add(family(id)));
        Set<String> supports = new TreeSet<>();
        ruleSet.supports().keySet().forEach(id -> supports.add(family(id)));

        assertThat(rules).isEqualTo(ids("rule", "report"));
        assertThat(ids("rule")).containsAll(supports);
        assertThat(ruleSet.parameters().keySet()).hasSameElementsAs(ids("parameter"));
        assertThat(ruleSet.statements().keySet()).isEqualTo(statements());
    }

    private static Set<String> statements() {
        Set<String> statements = new TreeSet<>();
        rows.stream()
                .filter(row -> row.getField("kind").equals("statement"))
                .forEach(row -> statements.add(row.getField("where")));
        return statements;
    }

    @Test
    void noIdStandsTwiceInTheList() {
        Map<String, Integer> times = new LinkedHashMap<>();
        rows.forEach(row -> times.merge(row.getField("id"), 1, Integer::sum));

        assertThat(times).allSatisfy((id, count) -> assertThat(count).as(id).isOne());
    }

    /** Texts that send a reader to a rule send them to one that exists. */
    @Test
    void everyIdThatATextNamesExists() {
        Stream<String> statements =
                ruleSet.statements().values().stream().flatMap(s -> Stream.of(s.statement(), s.heldBy()));
        Stream<String> messages = ruleSet.messages().values().stream().map(m -> m.text());
        Stream<String> supports =
                ruleSet.supports().values().stream().flatMap(s -> Stream.of(s.legalBasis(), s.evidence(), s.step()));
        Set<String> unknown = new TreeSet<>();
        Stream.of(statements, messages, supports).flatMap(s -> s).forEach(text -> {
            Matcher matcher = ID.matcher(text);
            while (matcher.find()) {
                String id = matcher.group().replaceAll("\\.$", "");
                if (!ruleSet.rules().containsKey(id)
                        && rules(id).isEmpty()
                        && !ruleSet.statements().containsKey(id)) {
                    unknown.add(id);
                }
            }
        });

        assertThat(unknown).isEmpty();
    }

    /** What is listed as to come must still be to come: a decision that exists holds its own parts. */
    @Test
    void whatIsToComeBelongsToADecisionThatDoesNotExistYet() {
        Set<String> decisions = new TreeSet<>();
        rows.stream()
                .filter(row -> row.getField("kind").equals("later"))
                .forEach(row -> decisions.add(row.getField("where").replace(' ', '-')));

        assertThat(decisions).doesNotContainAnyElementsOf(ruleSet.decisions().keySet());
        assertThat(Arrays.asList("rule", "later")).allMatch(kind -> !ids(kind).isEmpty());
    }
}
