package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Finding;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** Findings put in order as they come: by rule, and of each rule in the order of their subjects. */
final class FindingsByRule {
    private final List<@Nullable List<Finding>> byPlace;
    private int count;

    /** @param rules how many rules have a place, as {@link #places} gives it */
    FindingsByRule(int rules) {
        this.byPlace = new ArrayList<>(Collections.nCopies(rules, null));
    }

    /** The places of rules in the order of their ids. */
    static Map<Rule, Integer> places(List<Rule> rules) {
        Map<Rule, Integer> places = new IdentityHashMap<>();
        rules.stream().sorted(Comparator.comparing(Rule::id)).forEach(rule -> places.put(rule, places.size()));
        return places;
    }

    /** Adds a finding of the rule that has a place. Subjects come in their order. */
    void add(int place, Finding finding) {
        List<Finding> own = byPlace.get(place);
        if (own == null) {
            own = new ArrayList<>();
            byPlace.set(place, own);
        }
        own.add(finding);
        count++;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(count);
        for (List<Finding> own : byPlace) {
            if (own != null) {
                all.addAll(own);
            }
        }
        return all;
    }
}
