package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.hqccp.decision.Finding;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** Findings put in order as they come: by rule, and of each rule in the order of their subjects. */
final class FindingsByRule {
    private final List<@Nullable List<Finding>> byPlace;
    private final BitSet places = new BitSet();
    private int count;

    /** @param rules how many rules there are */
    FindingsByRule(int rules) {
        this.byPlace = new ArrayList<>(Collections.nCopies(rules, null));
    }

    /** Rules in the order of their ids, which gives each its place. */
    static List<Rule> inOrder(List<Rule> rules) {
        return rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    }

    /** The places of the rules that found something. */
    BitSet places() {
        return places;
    }

    /** Adds a finding of the rule that has a place. Subjects come in their order. */
    void add(int place, Finding finding) {
        List<Finding> own = byPlace.get(place);
        if (own == null) {
            own = new ArrayList<>();
            byPlace.set(place, own);
            places.set(place);
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
