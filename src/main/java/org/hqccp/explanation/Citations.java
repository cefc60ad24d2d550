package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decision.Citation;
import org.hqccp.decision.Finding;
import org.hqccp.ruleset.RuleSet;

/** The sources that findings cite, each once, in the order of their tags. */
final class Citations {
    private final List<Citation> all = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    Citations(RuleSet ruleSet) {
        new TreeMap<>(ruleSet.sources()).forEach((tag, source) -> {
            places.put(tag, all.size());
            all.add(new Citation(tag, source.mark(), source.where()));
        });
    }

    List<Citation> of(List<Finding> findings) {
        BitSet cited = new BitSet(all.size());
        String ruleId = null;
        for (Finding finding : findings) {
            // The findings of a rule stand together and cite the same.
            if (!finding.ruleId().equals(ruleId)) {
                ruleId = finding.ruleId();
                for (String tag : finding.rule().sources()) {
                    Integer place = places.get(tag);
                    if (place != null) {
                        cited.set(place);
                    }
                }
            }
        }
        return cited.stream().mapToObj(all::get).toList();
    }
}
