package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hqccp.decision.Citation;
import org.hqccp.decision.Finding;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Source;

/** The sources that findings cite, each once. */
final class Citations {
    private Citations() {}

    static List<Citation> of(List<Finding> findings, RuleSet ruleSet) {
        SortedSet<String> tags = new TreeSet<>();
        String ruleId = null;
        for (Finding finding : findings) {
            // The findings of a rule stand together and cite the same.
            if (!finding.ruleId().equals(ruleId)) {
                ruleId = finding.ruleId();
                tags.addAll(finding.rule().sources());
            }
        }
        List<Citation> citations = new ArrayList<>();
        for (String tag : tags) {
            Source source = ruleSet.sources().get(tag);
            if (source != null) {
                citations.add(new Citation(tag, source.mark(), source.where()));
            }
        }
        return citations;
    }
}
