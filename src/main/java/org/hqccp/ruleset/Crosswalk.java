package org.hqccp.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.rulelanguage.Problem;

/**
 * Where the facts stand in the files of a district: {@code crosswalk.csv} and its codes.
 *
 * @param rows in the order written
 * @param codes what each code of a list means, by list and code
 */
public record Crosswalk(List<CrosswalkRow> rows, Map<String, Map<String, Code>> codes) {
    /** The formats there are. */
    public static final List<String> FORMATS = List.of("oneroster", "sims", "ed-fi");

    /** What the name of a list of codes looks like, as a regular expression. */
    public static final String LIST = "[a-z][a-z0-9-]*[.][a-z][a-z0-9-]*";

    /** The code that stands for a cell without anything in it. */
    public static final String BLANK = "(blank)";

    /** A code that says nothing either way. */
    public static final String SAYS_NOTHING = "-";

    /** A code that says that the value is not known, or that no fact can hold it. */
    public static final String NOT_KNOWN = "unknown";

    /**
     * What a code means.
     *
     * @param value a value as a case would say it, or one of the words above
     * @param source tags it rests on
     * @param meaning in plain words
     */
    public record Code(String value, String source, String meaning) {}

    /** The crosswalk of a rule set that was read; one without the files maps nothing. */
    public static Crosswalk of(RuleSet ruleSet) {
        List<Problem> problems = new ArrayList<>();
        Crosswalk crosswalk = new CrosswalkReader(
                        new Tables(new TreeMap<>(ruleSet.files()), problems),
                        ruleSet.dictionary(),
                        ruleSet.sources().keySet(),
                        problems)
                .read(ruleSet.files().keySet());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a crosswalk that was checked has problems");
        }
        return crosswalk;
    }

    /** The rows of one format. */
    public List<CrosswalkRow> rows(String format) {
        return rows.stream().filter(row -> row.format().equals(format)).toList();
    }

    /** The codes of a list; none where no list of the name is. */
    public Map<String, Code> list(String name) {
        return codes.getOrDefault(name, Map.of());
    }
}
