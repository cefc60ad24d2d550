package org.hqccp.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.Asked;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RecordedDecisions;
import org.hqccp.testcase.SmallPolicy;

/** A process that records the example of every decision, without and with the smallest changes. Arguments: rule folder, data folder. */
final class RecordExamples {
    private RecordExamples() {}

    public static void main(String[] args) throws Exception {
        LiveRules live = LiveRules.load(Path.of(args[0]), SmallPolicy.CLOCK);
        RuleSet ruleSet = live.current().ruleSet();
        AtomicInteger recorded = new AtomicInteger();
        try (DecisionLog log = PolicyLog.open(Path.of(args[1]))) {
            RecordedDecisions decisions =
                    new RecordedDecisions(new DecisionService(live, SmallPolicy.CLOCK)::decide, log, Runnable::run);
            for (Map.Entry<String, String> example : ruleSet.examples().entrySet()) {
                byte[] body = replayable(example.getValue(), ruleSet).getBytes(StandardCharsets.UTF_8);
                for (boolean changes : new boolean[] {false, true}) {
                    decisions
                            .decide(new Asked("portal", example.getKey(), body, changes, null, null))
                            .join();
                    recorded.incrementAndGet();
                }
            }
        }
        System.out.println(recorded + " recorded on " + System.getProperty("java.version"));
    }

    /** An example without the facts that are never kept, which cannot be replayed. */
    private static String replayable(String example, RuleSet ruleSet) {
        String kept = example;
        for (EntityType type : ruleSet.dictionary().types()) {
            for (Fact fact : type.facts()) {
                if (fact.neverStore()) {
                    kept = kept.replaceAll("\"" + fact.name() + "\"\\s*:\\s*(true|false)\\s*,", "");
                }
            }
        }
        return kept;
    }
}
