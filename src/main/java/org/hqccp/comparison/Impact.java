package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.cohort.CohortLine;

/** What a change does to many cases. Grows while cases are looked at; not for several threads. */
public final class Impact {
    private static final int MOST_REFUSALS = 5;

    private long cases;
    private long synthetic;
    private long refused;
    private final SortedMap<Long, String> refusals = new TreeMap<>();
    private final SortedMap<String, DecisionImpact> decisions = new TreeMap<>();
    private final People people = new People();

    void seen() {
        cases++;
    }

    void seen(CohortLine line) {
        synthetic += line.synthetic() ? 1 : 0;
        people.add(line);
    }

    void refused(long number, String why) {
        refused++;
        refusals.put(number, why);
        if (refusals.size() > MOST_REFUSALS) {
            refusals.remove(refusals.lastKey());
        }
    }

    DecisionImpact decision(String name) {
        return decisions.computeIfAbsent(name, n -> new DecisionImpact());
    }

    void add(Impact other) {
        cases += other.cases;
        synthetic += other.synthetic;
        refused += other.refused;
        other.refusals.forEach(refusals::put);
        while (refusals.size() > MOST_REFUSALS) {
            refusals.remove(refusals.lastKey());
        }
        other.decisions.forEach((name, impact) -> decision(name).add(impact));
        people.add(other.people);
    }

    public long cases() {
        return cases;
    }

    /** How many of them are made up. */
    public long synthetic() {
        return synthetic;
    }

    /** How many could not be decided under one of the rule sets. */
    public long refused() {
        return refused;
    }

    /** Why, for the first few. */
    public List<String> refusals() {
        List<String> why = new ArrayList<>();
        refusals.forEach((number, text) -> why.add("case " + number + ": " + text));
        return why;
    }

    public Map<String, DecisionImpact> decisions() {
        return decisions;
    }

    /** What is counted of the people of a cohort, whatever the rules say. */
    People people() {
        return people;
    }

    /** Whether any of it was a cohort with groups. */
    public boolean hasGroups() {
        return people.all() > 0;
    }
}
