package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.hqccp.facts.Plural;

/** The tables and sentences of a change report, the same on the screen, on paper and for machines. */
public final class ReportWords {
    private static final int MOST_SCHOOLS = 15;
    private static final int MOST_WAYS = 4;

    private ReportWords() {}

    /** "3 rules changed, 1 new; 2 other things differ." */
    public static String summary(RuleSetChange change) {
        if (change.isNothing()) {
            return "The two rule sets say the same.";
        }
        Map<RuleChange.How, Long> counts = new LinkedHashMap<>();
        for (RuleChange.How how : RuleChange.How.values()) {
            long count = change.rules().stream().filter(r -> r.how() == how).count();
            if (count > 0) {
                counts.put(how, count);
            }
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((how, count) -> parts.add(count + " " + how.words()));
        String rules = parts.isEmpty() ? "No rule differs" : "Rules: " + String.join(", ", parts);
        int others = change.others().size();
        return rules + ". "
                + (others == 0
                        ? "Nothing else differs."
                        : "Beside the rules: " + Plural.of(others, "difference") + ".");
    }

    /** What the cases show, in one sentence. */
    public static String summary(Impact impact) {
        long touched = impact.decisions().values().stream()
                .mapToLong(DecisionImpact::touched)
                .sum();
        String said = touched == 0
                ? "none comes out otherwise"
                : count(touched) + (touched == 1 ? " program, student or school " : " programs, students or schools ")
                        + comeOut(touched) + " otherwise";
        return "Of " + count(impact.cases()) + " " + Plural.word(impact.cases(), "case") + " " + said
                + (impact.refused() == 0 ? "." : "; " + count(impact.refused()) + " could not be decided.")
                + (impact.synthetic() == 0
                        ? ""
                        : " " + (impact.synthetic() == impact.cases() ? "All" : count(impact.synthetic()))
                                + " of them are made up: they show what the rules do, not how many real students it touches.");
    }

    /** From what to what, how often. */
    public static List<List<String>> outcomes(DecisionImpact impact) {
        return rows(impact.outcomes()).stream()
                .map(row -> List.of(impact.words(row.get(0)), impact.words(row.get(1)), row.get(2)))
                .toList();
    }

    private static List<List<String>> rows(SortedMap<Way, Long> ways) {
        return ways.entrySet().stream()
                .sorted(Map.Entry.<Way, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> List.of(e.getKey().from(), e.getKey().to(), count(e.getValue())))
                .toList();
    }

    /** Each rule that comes to something else, how often. */
    public static List<List<String>> rules(DecisionImpact impact) {
        List<List<String>> rows = new ArrayList<>();
        impact.rules()
                .forEach((rule, ways) ->
                        rows(ways).forEach(row -> rows.add(List.of(rule, row.get(0), row.get(1), row.get(2)))));
        return rows;
    }

    /** The schools with the most that differ. A small count is hidden. */
    public static List<List<String>> schools(DecisionImpact impact) {
        List<Map.Entry<String, Cell>> most = impact.schools().entrySet().stream()
                .filter(e -> e.getValue().touched() > 0)
                .sorted(Comparator.<Map.Entry<String, Cell>>comparingLong(
                                e -> -e.getValue().touched())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SCHOOLS)
                .toList();
        return cells(new ArrayList<>(most));
    }

    /** Each group of a column. A small count is hidden, and one more where it could be worked out from the rest. */
    public static List<List<String>> groups(SortedMap<String, Cell> groups) {
        return cells(new ArrayList<>(groups.entrySet()));
    }

    private static List<List<String>> cells(List<Map.Entry<String, Cell>> cells) {
        boolean[] people =
                Suppression.shown(cells.stream().map(e -> e.getValue().all()).toList());
        boolean[] touched = Suppression.shown(
                cells.stream().map(e -> e.getValue().touched()).toList());
        boolean[] rest = Suppression.shown(cells.stream()
                .map(e -> e.getValue().all() - e.getValue().touched())
                .toList());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i).getValue();
            boolean shown = people[i] && touched[i] && (rest[i] || cell.all() == cell.touched());
            rows.add(List.of(
                    cells.get(i).getKey(),
                    people[i] ? count(cell.all()) : Suppression.HIDDEN,
                    shown ? count(cell.touched()) : Suppression.HIDDEN,
                    shown ? Shares.percent((double) cell.touched() / cell.all()) : "not shown"));
        }
        return rows;
    }

    /** Examples, a sentence each: of the commonest ways, and of the same outcome only where no outcome differs. */
    public static List<String> examples(DecisionImpact impact) {
        List<String> sentences = new ArrayList<>();
        List<Way> ways = impact.examples().keySet().stream()
                .filter(w -> !w.from().equals(w.to()) || impact.outcomes().isEmpty())
                .sorted(Comparator.<Way>comparingLong(w -> -impact.outcomes().getOrDefault(w, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_WAYS)
                .toList();
        ways.forEach(way -> impact.examples()
                .getOrDefault(way, List.of())
                .forEach(each -> sentences.add(each.about() + ": "
                        + (way.from().equals(way.to()) ? way.to() + " as before" : way.from() + " becomes " + way.to())
                        + ". " + String.join("; ", each.rules()) + ".")));
        return sentences;
    }

    /** The words of a version. */
    public static String version(String version) {
        return version.substring(0, Math.min(12, version.length()));
    }

    /** "comes out" of one, "come out" of several. */
    public static String comeOut(long number) {
        return number == 1 ? "comes out" : "come out";
    }

    static String count(long count) {
        return String.format(Locale.US, "%,d", count);
    }
}
