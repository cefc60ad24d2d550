package org.hqccp.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Message;
import org.hqccp.explanation.RuleEnglish;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.testcase.TestCase;

/** Every sentence that the answers to the policy's own test cases hold, and the English of every rule, each once, with where it comes from. */
final class GeneratedSentences {
    private final Map<String, String> found = new TreeMap<>();

    private GeneratedSentences() {}

    /** Sentences with the rule, or the part of the answer, they are from. */
    static Map<String, String> all() {
        GeneratedSentences sentences = new GeneratedSentences();
        Policy.RULE_SET.rules().values().forEach(r -> sentences.add(r.id(), RuleEnglish.of(r, Policy.RULE_SET)));
        Policy.CASES.forEach(file -> file.cases().forEach(each -> sentences.answer(file.decision(), each)));
        return sentences.found;
    }

    private void add(String from, String sentence) {
        if (sentence != null && !sentence.isBlank()) {
            found.putIfAbsent(sentence, from);
        }
    }

    private void answer(String name, TestCase testCase) {
        DecisionService service = testCase.ruleSet().version().equals(Policy.RULE_SET.version())
                ? Policy.SERVICE
                : new DecisionService(LiveRules.fixed(testCase.ruleSet(), Policy.CLOCK), Policy.CLOCK);
        try {
            Decision whole =
                    service.decide(name, testCase.caseJson(), changes(name)).decision();
            List<Decision> all = new ArrayList<>(List.of(whole));
            all.addAll(whole.parts());
            all.forEach(this::decision);
        } catch (CaseRefused | NoSuchDecision e) {
            throw new AssertionError(new String(testCase.caseJson(), StandardCharsets.UTF_8), e);
        }
    }

    /** The smallest changes are looked for where there is most to mend. */
    private static boolean changes(String name) {
        return name.equals(Policy.DESIGNATION);
    }

    private void decision(Decision decision) {
        decision.findings().forEach(f -> {
            add(f.ruleId(), f.sentence());
            add(f.ruleId(), f.rule().advice());
        });
        decision.results().forEach(r -> {
            add(r.decidedBy() == null ? "outcome" : r.decidedBy(), r.words());
            List.of(r.actions(), r.alerts(), r.notes()).forEach(m -> m.forEach(this::message));
        });
        decision.strengths().forEach(this::message);
        decision.supports().forEach(s -> {
            add(s.id(), s.frame());
            add(s.id(), s.step());
        });
        decision.next().forEach(o -> o.notHigher().forEach(w -> add("next " + o.rank(), w)));
        decision.questions().forEach(q -> add(q.fact(), q.question()));
        if (decision.changes() != null) {
            decision.changes().forEach(c -> {
                add(c.ruleId() + " change", c.reason());
                c.edits().forEach(e -> add(c.ruleId() + " change", e.sentence()));
            });
        }
    }

    private void message(Message message) {
        add(message.ruleId(), message.text());
    }
}
