package org.hqccp.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.ruleset.RuleSet;

/** An equity test, which stands in {@code test-cases/equity}. */
final class EquityTestFileSchema {
    private static final Map<String, Object> SHARE = Map.of("type", "number", "minimum", 0, "maximum", 1);

    private EquityTestFileSchema() {}

    static Node of(RuleSet ruleSet) {
        Map<String, Object> names = Shapes.list(Shapes.text("One of them."));
        Map<String, Object> waiver = Shapes.object(
                List.of("groups", "may-fall-by", "who", "reason", "date", "until"),
                "groups",
                Shapes.said(names, "The groups it is for."),
                "may-fall-by",
                Shapes.said(SHARE, "By how much the rate of these groups may fall."),
                "who",
                Shapes.text("The role and the body that allowed it."),
                "reason",
                Shapes.text("Why it was allowed."),
                "date",
                Shapes.text("The day it was allowed."),
                "until",
                Shapes.text("The last day it holds."));
        Map<String, Object> test = new LinkedHashMap<>(Shapes.object(
                List.of("equity-test", "about", "decision", "groups", "may-fall-by", "source"),
                "equity-test",
                Shapes.text("Its name."),
                "about",
                Shapes.text("What is promised, in a sentence."),
                "decision",
                Shapes.oneOf(ruleSet.decisions().keySet(), "The decision that is watched."),
                "outcomes",
                Shapes.said(names, "The outcomes that count as good."),
                "flags",
                Shapes.said(names, "In place of outcomes, the supports that count as good."),
                "only",
                Shapes.said(
                        Shapes.named(FactsFileSchema.NAME, names), "Which subjects are counted, by a fact of theirs."),
                "groups",
                Shapes.text("The column of the cohort that holds the groups."),
                "may-fall-by",
                Shapes.said(SHARE, "By how much the rate of a group may fall: 0.02 is two of a hundred."),
                "source",
                Shapes.text("Tags of what it rests on."),
                "waivers",
                Shapes.said(Shapes.list(waiver), "Falls that were allowed, each by whom and until when.")));
        test.put("oneOf", List.of(Map.of("required", List.of("outcomes")), Map.of("required", List.of("flags"))));
        return Json.value(Shapes.whole("An equity test", test));
    }
}
