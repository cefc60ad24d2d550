package org.hqccp.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of thresholds, dates, and what is read is held against brute force on small random rule sets. */
class FurtherChecksTest {
    private static final long SEED = 20_261_128;
    private static final String FIRST = "event-permit/safety/EV-01-seats.drl";
    private static final String SECOND = "event-permit/safety/EV-02-supervised.drl";
    private static final String FACTS = "facts/event.yaml";
    private static final String EXAMPLE = "event-permit/example.yaml";
    private static final int RUNS = 60;
    /** More seats than any condition speaks of. */
    private static final int SEATS = 7;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellTheSeed() {
        System.out.println("FurtherChecksTest seed " + SEED);
    }

    private static SortedMap<String, String> files() throws Exception {
        return RuleFolder.read(SmallPolicy.RULES, new ArrayList<>());
    }

    private static RuleSet sound(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSet read = RuleSetReader.read(files, problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(read);
    }

    private static boolean isSound(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSetReader.read(files, problems);
        return problems.isEmpty();
    }

    private static String rule(String id, String condition, String then) {
        return "rule \"" + id + " Some condition holds\"\n  @source( \"DESIGN\" )\n  @from( \"2020-01-01\" )\nwhen\n"
                + condition + "\nthen\n  " + then + ";\nend\n";
    }

    private static String criterion(String id, String condition) {
        return rule(id, "  $event : Event( " + condition + " )", "met( $event )");
    }

    private static Set<String> told(RuleSet ruleSet, Warning.Kind... kinds) {
        Set<Warning.Kind> wanted = Set.of(kinds);
        return Verification.of(ruleSet).stream()
                .filter(w -> wanted.contains(w.kind()))
                .map(w -> w.kind().word() + " " + w.about())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thresholdsAreSeenAsWalkingOverEveryNumberSeesThem() throws Exception {
        Set<String> kinds = new TreeSet<>();
        for (int i = 0; i < RUNS; i++) {
            Condition first = Condition.random(random);
            Condition second = Condition.random(random);
            SortedMap<String, String> files = files();
            files.put(
                    "event-permit/roll-up/RO-01-not-allowed.drl",
                    rule("RO-01", "  $event : Event( " + first.text() + " )", "outcome( $event, \"NOT_ALLOWED\" )"));
            files.put(
                    "event-permit/roll-up/RO-02-allowed.drl",
                    rule("RO-02", "  $event : Event( " + second.text() + " )", "outcome( $event, \"ALLOWED\" )"));
            Set<String> expected = expected(List.of(first, second));
            assertThat(told(sound(files), Warning.Kind.GAP, Warning.Kind.OVERLAP))
                    .as(first.text() + "  |  " + second.text())
                    .isEqualTo(expected);
            expected.forEach(e -> kinds.add(e.substring(0, e.indexOf(' '))));
        }
        assertThat(kinds).containsExactly("gap", "overlap");
    }

    private static Set<String> expected(List<Condition> rules) {
        Set<String> expected = new TreeSet<>();
        for (int flags = 0; flags < 4; flags++) {
            boolean[][] holds = new boolean[2][SEATS];
            for (int seats = 0; seats < SEATS; seats++) {
                for (int i = 0; i < 2; i++) {
                    holds[i][seats] = rules.get(i).holds(seats, (flags & 1) != 0, (flags & 2) != 0);
                }
            }
            for (int seats = 0; seats < SEATS; seats++) {
                int below = nearest(holds, seats, -1);
                int above = nearest(holds, seats, 1);
                if (!holds[0][seats] && !holds[1][seats] && below >= 0 && above >= 0 && below != above) {
                    expected.add("gap RO-0" + (below + 1) + " & RO-0" + (above + 1));
                }
                for (int a = 0; a < 2; a++) {
                    int b = 1 - a;
                    boolean turn = holds[a][0] && !holds[b][0] && holds[b][SEATS - 1] && !holds[a][SEATS - 1];
                    if (turn && holds[a][seats] && holds[b][seats]) {
                        expected.add("overlap RO-0" + (a + 1) + " & RO-0" + (b + 1));
                    }
                }
            }
        }
        return expected;
    }

    private static int nearest(boolean[][] holds, int from, int step) {
        for (int seats = from + step; seats >= 0 && seats < SEATS; seats += step) {
            for (int i = 0; i < 2; i++) {
                if (holds[i][seats]) {
                    return i;
                }
            }
        }
        return -1;
    }

    @Test
    void datesAreSeenAsTurningTheCalendarSeesThem() throws Exception {
        Set<String> kinds = new TreeSet<>();
        for (int i = 0; i < RUNS; i++) {
            int[] from = {random.nextInt(10), random.nextInt(10)};
            int[] to = {from[0] + random.nextInt(8), from[1] + random.nextInt(8)};
            boolean[] open = {random.nextInt(3) == 0, random.nextInt(3) == 0};
            SortedMap<String, String> files = files();
            String[] paths = {FIRST, "event-permit/safety/EV-01.next-later.drl"};
            for (int j = 0; j < 2; j++) {
                String dates =
                        "@from( \"" + day(from[j]) + "\" )" + (open[j] ? "" : "\n  @to( \"" + day(to[j]) + "\" )");
                files.put(
                        paths[j],
                        criterion(j == 0 ? "EV-01" : "EV-01.next", "seats > 3")
                                .replace("@from( \"2020-01-01\" )", dates));
            }
            int first = from[0] < from[1] ? 0 : 1;
            int next = 1 - first;
            Set<String> expected = new TreeSet<>();
            if (from[0] != from[1] && !open[first]) {
                String about = first == 0 ? "EV-01 & EV-01.next" : "EV-01.next & EV-01";
                for (int day = 0; day < 20; day++) {
                    boolean ofFirst = day >= from[first] && day <= to[first];
                    boolean ofNext = day >= from[next] && (open[next] || day <= to[next]);
                    if (ofFirst && ofNext) {
                        expected.add("overlap " + about);
                    } else if (!ofFirst && day > from[first] && day < from[next]) {
                        expected.add("gap " + about);
                    }
                }
            }
            assertThat(told(sound(files), Warning.Kind.GAP, Warning.Kind.OVERLAP).stream()
                            .filter(t -> t.contains("EV-01")))
                    .as("from " + from[0] + " and " + from[1])
                    .containsExactlyElementsOf(expected);
            expected.forEach(e -> kinds.add(e.substring(0, e.indexOf(' '))));
        }
        assertThat(kinds).containsExactly("gap", "overlap");
    }

    private static LocalDate day(int number) {
        return LocalDate.of(2026, 1, 1).plusDays(number);
    }

    /** What can be taken out of the folder, and leaves it sound, was read by nothing. */
    @Test
    void whatIsNotReadCanBeTakenOut() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < RUNS; i++) {
            SortedMap<String, String> files = files();
            files.put(EXAMPLE, "case-id: one\nas-of: 2026-01-01\nevents: [{id: one}]\n");
            files.put(FIRST, criterion("EV-01", Condition.random(random).text()));
            files.put(SECOND, criterion("EV-02", Condition.random(random).text()));
            List<String> parameters = List.of("event.seats", "event.rows", "event.doors");
            StringBuilder table = new StringBuilder("name,value,unit,clock,from,to,source,meaning\n");
            parameters.forEach(p -> table.append(row(p)));
            files.put("parameters.csv", table.toString());
            String used = parameters.get(random.nextInt(3));
            files.put(
                    "event-permit/safety/EV-03-list.drl",
                    rule(
                            "EV-03",
                            "  $needed : Parameter( name == \"" + used
                                    + "\" )\n  $event : Event( guestCount >= $needed.value )",
                            "met( $event )"));
            Set<String> expected = new TreeSet<>();
            for (String fact : List.of("indoors", "seats", "supervised")) {
                SortedMap<String, String> without = new java.util.TreeMap<>(files);
                without.put(FACTS, files.getOrDefault(FACTS, "").replaceAll("(?m)^  " + fact + ":.*\n", ""));
                if (isSound(without)) {
                    expected.add("fact-unread event." + fact);
                }
            }
            for (String parameter : parameters) {
                SortedMap<String, String> without = new java.util.TreeMap<>(files);
                without.put("parameters.csv", table.toString().replace(row(parameter), ""));
                if (isSound(without)) {
                    expected.add("parameter-unused " + parameter);
                }
            }
            assertThat(told(sound(files), Warning.Kind.FACT_UNREAD, Warning.Kind.PARAMETER_UNUSED))
                    .isEqualTo(expected);
            seen.addAll(expected);
        }
        assertThat(seen).hasSize(6);
    }

    private static String row(String parameter) {
        return parameter + ",20,seats,decision-date,2020-01-01,,HOUSE,a number\n";
    }

    @Test
    void whatTheHandbookNamesAsAProxyIsToldWhereItIsRead() throws Exception {
        List<String> names = List.of(
                "zipCode",
                "familySurname",
                "lunchStatus",
                "priorSchool",
                "homeLanguage",
                "neighborhood",
                "chairs",
                "hall");
        Set<String> proxies =
                Set.of("zipCode", "familySurname", "lunchStatus", "priorSchool", "homeLanguage", "neighborhood");
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < RUNS; i++) {
            String direct = names.get(random.nextInt(names.size()));
            String worked = names.get(random.nextInt(names.size()));
            boolean eligibility = random.nextBoolean();
            SortedMap<String, String> files = files();
            StringBuilder facts = new StringBuilder(files.getOrDefault(FACTS, ""));
            names.forEach(
                    n -> facts.append("  ")
                            .append(n)
                            .append(": {label: ")
                            .append(n.toLowerCase(Locale.ROOT))
                            .append(
                                    ", type: yes-no, class: GREEN, question: 'Is it so?', ask: hall keeper, change: school}\n"));
            facts.append("  through: {label: worked out, type: yes-no, is: ")
                    .append(worked)
                    .append(" == true}\n");
            files.put(FACTS, facts.toString());
            files.put(FIRST, criterion("EV-01", direct + " == true && through == true"));
            if (!eligibility) {
                files.computeIfPresent(
                        "event-permit/decision.yaml",
                        (f, text) -> text.replace("reads: [GREEN]", "reads: [GREEN, AMBER]"));
            }
            Set<String> expected = Stream.of(direct, worked)
                    .filter(n -> eligibility && proxies.contains(n))
                    .map(n -> "proxy EV-01 & event." + n)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(told(sound(files), Warning.Kind.PROXY)).isEqualTo(expected);
            seen.addAll(expected);
        }
        assertThat(seen).hasSize(proxies.size());
    }

    @Test
    void aCriterionThatNoRollUpAsksForIsToldAsTryingEveryFindingTellsIt() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < RUNS; i++) {
            Asked asked = Asked.random(random, 2);
            SortedMap<String, String> files = files();
            files.put(FIRST, criterion("EV-01", "seats > 3"));
            files.put(SECOND, criterion("EV-02", "indoors == true"));
            files.put(
                    "event-permit/roll-up/RO-01-not-allowed.drl",
                    rule(
                            "RO-01",
                            "  $event : Event( )\n  exists Finding( event == $event, " + asked.text() + " )",
                            "outcome( $event, \"NOT_ALLOWED\" )"));
            Set<String> expected = new TreeSet<>();
            for (String rule : List.of("EV-01", "EV-02")) {
                if (Stream.of("MET", "NOT_MET", "DEVELOPING", "UNKNOWN", "NOT_APPLICABLE")
                        .noneMatch(status -> asked.holds(rule, status))) {
                    expected.add("rule-unread " + rule);
                }
            }
            assertThat(told(sound(files), Warning.Kind.RULE_UNREAD))
                    .as(asked.text())
                    .isEqualTo(expected);
            seen.addAll(expected);
        }
        assertThat(seen).hasSize(2);
    }

    /** A random question about a finding, and a second, plain reading of it. */
    private sealed interface Asked {
        String text();

        boolean holds(String rule, String status);

        static Asked random(Random random, int depth) {
            if (depth == 0 || random.nextInt(4) == 0) {
                List<String> values = switch (random.nextInt(4)) {
                    case 0 -> List.of("rule", "EV-01", "EV-02", "EV-03");
                    case 1 -> List.of("group", "safety", "roll-up");
                    case 2 -> List.of("status", "MET", "NOT_MET", "UNKNOWN");
                    default -> List.of("kind", "criterion", "alert");
                };
                return new Is(values.get(0), values.get(1 + random.nextInt(values.size() - 1)), random.nextInt(4) > 0);
            }
            return new Two(random.nextInt(3) > 0, random(random, depth - 1), random(random, depth - 1));
        }

        record Is(String fact, String value, boolean same) implements Asked {
            @Override
            public String text() {
                return fact + (same ? " == " : " != ") + "\"" + value + "\"";
            }

            @Override
            public boolean holds(String rule, String status) {
                String has = switch (fact) {
                    case "rule" -> rule;
                    case "group" -> "safety";
                    case "status" -> status;
                    default -> "criterion";
                };
                return has.equals(value) == same;
            }
        }

        record Two(boolean both, Asked one, Asked other) implements Asked {
            @Override
            public String text() {
                return "(" + one.text() + (both ? " && " : " || ") + other.text() + ")";
            }

            @Override
            public boolean holds(String rule, String status) {
                boolean a = one.holds(rule, status);
                boolean b = other.holds(rule, status);
                return both ? a && b : a || b;
            }
        }
    }
}
