package org.hqccp.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.decision.Message;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.engine.Truth;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** What the rules of a decision say to people besides its outcome: actions, alerts, notes and strengths. */
final class Messages {
    private final DecisionProgram program;
    private final Map<Rule, Said> byRule = new IdentityHashMap<>();

    /**
     * What a rule says.
     *
     * @param by the fact that holds the day by which it is to be done
     */
    private record Said(
            String code,
            org.hqccp.ruleset.Message words,
            @Nullable StandingFact by) {}

    Messages(DecisionProgram program, RuleSet ruleSet) {
        this.program = program;
        for (Rule rule : ruleSet.rulesOf(program.decision().name())) {
            String code = rule.conclusion().code();
            org.hqccp.ruleset.Message words =
                    ruleSet.messages().get(rule.conclusion().verb().word() + "/" + code);
            if (code != null && words != null) {
                String by = words.by();
                byRule.put(rule, new Said(code, words, by == null ? null : StandingFact.named(by, program)));
            }
        }
    }

    /** What is said of one kind, each thing once, in the order of its code. */
    List<Message> of(Standing standing, Verb verb) {
        List<Message> messages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (RuleResult result : standing.results()) {
            if (result.rule().conclusion().verb() == verb && result.concluded() == Truth.TRUE) {
                Said said = byRule.get(result.rule());
                if (said != null && seen.add(said.code)) {
                    messages.add(new Message(
                            said.code,
                            said.words.text(),
                            said.words.who(),
                            by(said, standing),
                            result.rule().id()));
                }
            }
        }
        messages.sort(Comparator.comparing(Message::code));
        return messages;
    }

    private @Nullable LocalDate by(Said said, Standing standing) {
        return said.by != null && said.by.value(standing, program) instanceof LocalDate date ? date : null;
    }
}
