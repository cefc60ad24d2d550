package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.AlteredParameters;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** The rule set the cases are about, and the same with other parameter values; each is read once. */
final class AlteredRules {
    static final String KEY = "parameters";
    private final RuleSet base;
    private final Map<Map<String, String>, Altered> read = new HashMap<>();

    private record Altered(@Nullable RuleSet ruleSet, List<Problem> problems) {}

    private record Told(String message, @Nullable String advice) {}

    AlteredRules(RuleSet base) {
        this.base = base;
    }

    RuleSet base() {
        return base;
    }

    /**
     * The rule set with these parameter values.
     *
     * @param values written as in parameters.csv, by parameter
     * @param where gets what is wrong with them, at the key that gives them
     * @return none if anything is wrong
     */
    @Nullable
    RuleSet with(Map<String, String> values, Fields where) {
        Set<String> known = base.parameters().keySet();
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                String advice = Suggestion.didYouMean(name, known);
                where.problem(where.node(KEY), "PARAMETER", "there is no parameter '" + name + "'", advice);
                return null;
            }
        }
        Altered altered = read.computeIfAbsent(Map.copyOf(values), this::read);
        altered.problems().stream()
                .map(p -> new Told(p.message(), p.advice()))
                .distinct()
                .forEach(t -> where.problem(where.node(KEY), "PARAMETER", t.message(), t.advice()));
        return altered.ruleSet();
    }

    private Altered read(Map<String, String> values) {
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = values.isEmpty() ? base : AlteredParameters.read(base, values, problems);
        // What the rules say about a value that could not be read only repeats its fault.
        List<Problem> ofValues = problems.stream()
                .filter(p -> p.file().equals(AlteredParameters.FILE))
                .toList();
        return new Altered(ruleSet, ofValues.isEmpty() ? List.copyOf(problems) : ofValues);
    }
}
