package org.hqccp.service;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.JsonReader;
import org.hqccp.decisionlog.format.PlainJson;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** The facts that may be read but never kept. Their values stand in no record, and so in no finding either: record and answer are the same bytes. */
public final class NeverStored {
    private final Set<String> names;
    private final Set<String> paths;

    private NeverStored(Set<String> names, Set<String> paths) {
        this.names = names;
        this.paths = paths;
    }

    static NeverStored of(RuleSet ruleSet) {
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (EntityType type : ruleSet.dictionary().types()) {
            for (Fact fact : type.facts()) {
                if (fact.neverStore()) {
                    names.add(fact.name());
                    paths.add(fact.path());
                }
            }
        }
        return new NeverStored(Set.copyOf(names), Set.copyOf(paths));
    }

    /** The decision without the values of such facts; what was found from them stays. */
    Decision hidden(Decision decision) {
        if (names.isEmpty() || decision.parts().isEmpty() && !tells(decision.findings())) {
            return decision;
        }
        return decision.with(
                decision.findings().stream().map(this::hidden).toList(),
                decision.parts().stream().map(this::hidden).toList());
    }

    private boolean tells(List<Finding> findings) {
        for (Finding finding : findings) {
            for (Finding.Condition condition : finding.conditions()) {
                if (tells(condition)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean tells(Finding.Condition condition) {
        return condition.actual() != null && paths.contains(condition.fact());
    }

    private Finding hidden(Finding finding) {
        return finding.conditions().stream().noneMatch(this::tells)
                ? finding
                : finding.withConditions(finding.conditions().stream()
                        .map(c -> tells(c) ? c.withoutActual() : c)
                        .collect(Collectors.toList()));
    }

    /**
     * The case as it may be kept: canonical, and without such facts.
     *
     * @param left gets the names of what was left out
     */
    byte[] kept(byte[] caseJson, TreeSet<String> left) throws FormatException {
        TreeSet<String> found = new TreeSet<>();
        byte[] plain = PlainJson.canonical(caseJson, names, found);
        if (plain != null) {
            left.addAll(found);
            return plain;
        }
        Object read = JsonReader.read(caseJson);
        drop(read, left);
        return CanonicalJson.write(read);
    }

    /** Takes such facts out of what was read, which is nobody else's. */
    private void drop(@Nullable Object value, TreeSet<String> left) {
        if (value instanceof List<?> list) {
            list.forEach(element -> drop(element, left));
        } else if (value instanceof Map<?, ?> map) {
            for (String name : names) {
                if (map.containsKey(name)) {
                    map.remove(name);
                    left.add(name);
                }
            }
            map.values().forEach(member -> drop(member, left));
        }
    }
}
