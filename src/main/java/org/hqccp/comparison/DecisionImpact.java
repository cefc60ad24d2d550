package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a change does to one decision, counted over many cases. Grows while cases are looked at; not for several threads. */
public final class DecisionImpact {
    private static final int MOST_EXAMPLES = 2;
    private static final int MOST_SCHOOLS = 2_000;
    private static final String OTHER_SCHOOLS = "other schools";

    private String title = "";
    private Map<String, String> words = Map.of();
    private long cases;
    private long subjects;
    private long touched;
    private long undecidedBefore;
    private long undecidedAfter;
    private final SortedMap<Way, Long> outcomes = new TreeMap<>();
    private final SortedMap<String, SortedMap<Way, Long>> rules = new TreeMap<>();
    private final SortedMap<String, Cell> schools = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Cell>> groups = new TreeMap<>();
    private final SortedMap<Way, List<Example>> examples = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Paired>> rates = new TreeMap<>();

    void aCase(Map<String, String> groupsOfCase, boolean isTouched) {
        cases++;
        groupsOfCase.forEach((column, value) -> groups.computeIfAbsent(column, c -> new TreeMap<>())
                .computeIfAbsent(value, v -> new Cell())
                .add(isTouched));
    }

    void subject(String school, boolean isTouched) {
        subjects++;
        touched += isTouched ? 1 : 0;
        if (!school.isEmpty()) {
            String name = schools.containsKey(school) || schools.size() < MOST_SCHOOLS ? school : OTHER_SCHOOLS;
            schools.computeIfAbsent(name, s -> new Cell()).add(isTouched);
        }
    }

    void undecided(boolean before, boolean after) {
        undecidedBefore += before ? 1 : 0;
        undecidedAfter += after ? 1 : 0;
    }

    void outcome(Way way) {
        outcomes.merge(way, 1L, Long::sum);
    }

    void rule(String id, Way way) {
        rules.computeIfAbsent(id, r -> new TreeMap<>()).merge(way, 1L, Long::sum);
    }

    /** Keeps the first few of each way, whatever the order in which they come. */
    void example(Way way, Example example) {
        List<Example> kept = examples.computeIfAbsent(way, w -> new ArrayList<>());
        kept.add(example);
        kept.sort((a, b) -> Long.compare(a.number(), b.number()));
        if (kept.size() > MOST_EXAMPLES) {
            kept.remove(MOST_EXAMPLES);
        }
    }

    void rate(String test, String group, boolean before, boolean after) {
        rates.computeIfAbsent(test, t -> new TreeMap<>())
                .computeIfAbsent(group, g -> new Paired())
                .add(before, after);
    }

    void add(DecisionImpact other) {
        cases += other.cases;
        subjects += other.subjects;
        touched += other.touched;
        undecidedBefore += other.undecidedBefore;
        undecidedAfter += other.undecidedAfter;
        other.outcomes.forEach((way, count) -> outcomes.merge(way, count, Long::sum));
        other.rules.forEach((rule, ways) -> ways.forEach((way, count) ->
                rules.computeIfAbsent(rule, r -> new TreeMap<>()).merge(way, count, Long::sum)));
        other.schools.forEach((school, cell) ->
                schools.computeIfAbsent(school, s -> new Cell()).add(cell));
        other.groups.forEach(
                (column, values) -> values.forEach((value, cell) -> groups.computeIfAbsent(column, c -> new TreeMap<>())
                        .computeIfAbsent(value, v -> new Cell())
                        .add(cell)));
        other.examples.forEach((way, all) -> all.forEach(each -> example(way, each)));
        other.rates.forEach(
                (test, values) -> values.forEach((group, paired) -> rates.computeIfAbsent(test, t -> new TreeMap<>())
                        .computeIfAbsent(group, g -> new Paired())
                        .add(paired)));
    }

    /** Says what the decision asks, and what its outcomes mean. */
    void named(String question, Map<String, String> outcomeWords) {
        title = question;
        words = outcomeWords;
    }

    /** The question that the decision answers. */
    public String title() {
        return title;
    }

    /** An outcome with its words. */
    public String words(String outcome) {
        String said = words.get(outcome);
        return said == null || said.equals(outcome) ? outcome : said + " (" + outcome + ")";
    }

    public long cases() {
        return cases;
    }

    /** How many programs, students or schools were decided about. */
    public long subjects() {
        return subjects;
    }

    /** How many of them have another outcome or another result of a rule. */
    public long touched() {
        return touched;
    }

    public long undecidedBefore() {
        return undecidedBefore;
    }

    public long undecidedAfter() {
        return undecidedAfter;
    }

    public SortedMap<Way, Long> outcomes() {
        return outcomes;
    }

    public SortedMap<String, SortedMap<Way, Long>> rules() {
        return rules;
    }

    public SortedMap<String, Cell> schools() {
        return schools;
    }

    public SortedMap<String, SortedMap<String, Cell>> groups() {
        return groups;
    }

    public SortedMap<Way, List<Example>> examples() {
        return examples;
    }

    /** For each equity test and group, for how many people its outcome came out before and after. */
    SortedMap<String, SortedMap<String, Paired>> rates() {
        return rates;
    }
}
