package org.hqccp.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.AcceptedWarnings;
import org.hqccp.ruleset.RuleSet;

/** Everything in a sound rule set that is likely not meant. */
public final class Verification {
    private Verification() {}

    /** The warnings about a rule set, in order of place; those that policy staff accepted are left out. */
    public static List<Warning> of(RuleSet ruleSet) {
        Map<String, AcceptedWarnings.Accepted> accepted = new LinkedHashMap<>(AcceptedWarnings.of(ruleSet));
        List<Warning> warnings = new ArrayList<>();
        for (Warning warning : all(ruleSet)) {
            if (accepted.remove(warning.kind().word() + " " + warning.about()) == null) {
                warnings.add(warning);
            }
        }
        accepted.values()
                .forEach(a -> warnings.add(new Warning(
                        Warning.Kind.ACCEPTED,
                        a.about(),
                        AcceptedWarnings.FILE,
                        a.line(),
                        "there is no warning " + a.warning() + " about " + a.about() + " any more: take the line out",
                        0,
                        null,
                        null)));
        return List.copyOf(warnings);
    }

    /** Those that policy staff accepted among them. */
    static SortedSet<Warning> all(RuleSet ruleSet) {
        // Each decision on a processor of its own, where there are several.
        SortedSet<Warning> found = ruleSet.decisions().values().parallelStream()
                .filter(decision -> decision.includes().isEmpty())
                .flatMap(decision -> of(decision, ruleSet).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        new DateChecks(ruleSet.rules().values(), found::add).check();
        new ReadingChecks(ruleSet, found::add).check();
        return found;
    }

    private static SortedSet<Warning> of(DecisionModel decision, RuleSet ruleSet) {
        SortedSet<Warning> found = new TreeSet<>();
        Trying trying = new Trying(decision, ruleSet);
        new SingleChecks(trying, found::add).check();
        new PairChecks(trying, found::add).check();
        new ThresholdChecks(trying, found::add).check();
        new FindingChecks(decision, ruleSet, found::add).check();
        return found;
    }
}
