package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.hqccp.decision.Citation;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;

/** The sources that findings cite, each once, in the order of their tags. */
final class Citations {
    private final List<Citation> all = new ArrayList<>();
    private final List<BitSet> byPlace = new ArrayList<>();

    /** @param rules the rules of a decision, in their order */
    Citations(List<Rule> rules, RuleSet ruleSet) {
        List<String> tags = new ArrayList<>();
        new TreeMap<>(ruleSet.sources()).forEach((tag, source) -> {
            tags.add(tag);
            all.add(new Citation(tag, source.mark(), source.where()));
        });
        for (Rule rule : rules) {
            BitSet cited = new BitSet(tags.size());
            rule.sources().stream()
                    .mapToInt(tags::indexOf)
                    .filter(at -> at >= 0)
                    .forEach(cited::set);
            byPlace.add(cited);
        }
    }

    /** @param places the places of the rules that found something */
    List<Citation> of(BitSet places) {
        BitSet cited = new BitSet(all.size());
        places.stream().forEach(place -> cited.or(byPlace.get(place)));
        return cited.stream().mapToObj(all::get).toList();
    }
}
