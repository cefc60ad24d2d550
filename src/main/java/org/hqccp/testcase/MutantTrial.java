package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.RuleJudge;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LoadedRules;
import org.jspecify.annotations.Nullable;

/** One mutant on trial: the changed rules are made ready only as far as a case needs them. */
final class MutantTrial {
    private final Mutant mutant;
    private final Map<RuleSet, Changed> changed = new IdentityHashMap<>();

    MutantTrial(Mutant mutant) {
        this.mutant = mutant;
    }

    /** A rule set with the change in it. */
    private final class Changed {
        private final LoadedRules written;
        private final RuleSet ruleSet;
        private final Map<String, DecisionProgram> readers = new HashMap<>();
        private final Map<String, RuleJudge> judges = new HashMap<>();
        private @Nullable LoadedRules loaded;

        Changed(LoadedRules written) {
            this.written = written;
            this.ruleSet = mutant.in().apply(written.ruleSet());
        }

        /** A decision of no more than the rules that read what is changed. */
        DecisionProgram readers(String decision) {
            return readers.computeIfAbsent(decision, name -> {
                DecisionModel model = Objects.requireNonNull(ruleSet.decisions().get(name));
                List<Rule> rules = rules().stream()
                        .filter(r -> r.decision().equals(name) && r.stage() == Stage.FINDINGS)
                        .toList();
                return DecisionProgram.tried(model, rules, ruleSet.dictionary(), ruleSet.derived());
            });
        }

        RuleJudge judge(Rule rule) {
            return judges.computeIfAbsent(
                    rule.id(), id -> readers(rule.decision()).judge(rule));
        }

        List<Rule> rules() {
            List<Rule> rules = new ArrayList<>();
            for (String id : mutant.rules()) {
                Rule rule = ruleSet.rules().get(id);
                if (rule != null) {
                    rules.add(rule);
                }
            }
            return rules;
        }

        LoadedRules loaded() {
            LoadedRules ready = loaded;
            if (ready == null) {
                ready = written.tried(ruleSet, mutant.decisions());
                loaded = ready;
            }
            return ready;
        }
    }

    private Changed changed(TriedCase tried) {
        return changed.computeIfAbsent(tried.testCase().ruleSet(), own -> new Changed(tried.rules()));
    }

    /** Whether a case of a rule's own file sees another status of that rule. Quick, and enough for most. */
    boolean seesAnotherStatus(TriedCase tried) {
        Expectation expectation = tried.testCase().expectation();
        String id = tried.file().rule();
        String status = expectation.status();
        Rule rule = id == null ? null : changed(tried).ruleSet.rules().get(id);
        if (rule == null || status == null || rule.stage() != Stage.FINDINGS) {
            return false;
        }
        List<String> got = new ArrayList<>();
        for (Entity subject :
                subjects(tried, rule.decision(), tried.read().root().copy())) {
            RuleResult result = changed(tried).judge(rule).of(subject);
            String of = expectation.of();
            if (result != null && (of == null || of.equals(subject.id()))) {
                got.add(result.status().name());
            }
        }
        boolean asExpected = status.equals(Expectation.NO_FINDING)
                ? got.isEmpty()
                : got.stream().distinct().toList().equals(List.of(status));
        return !asExpected && tried.passes();
    }

    private static List<Entity> subjects(TriedCase tried, String decision, Entity root) {
        if (!tried.decisions().contains(decision)) {
            return List.of();
        }
        EntityType type = Objects.requireNonNull(
                        tried.rules().ruleSet().decisions().get(decision))
                .subject();
        List<Entity> listed = type.isList() ? root.elements(type) : List.of(root.single(type));
        return listed == null ? List.of() : listed;
    }

    /** Whether a case fails. */
    boolean fails(TriedCase tried) {
        return reaches(tried) && tried.passes() && tried.fails(changed(tried).loaded());
    }

    private boolean reaches(TriedCase tried) {
        Expectation expectation = tried.testCase().expectation();
        boolean rollsUp = changed(tried).rules().stream().anyMatch(r -> r.stage() != Stage.FINDINGS);
        String own = tried.file().rule();
        if (rollsUp && own != null && mutant.rules().contains(own)) {
            // What a roll-up rule comes to need not show in the outcome: another rule may win.
            return true;
        }
        if (rollsUp || expectation.says() || mutant.rules().isEmpty()) {
            return expectation.looksAtMore() || tried.differs(changed(tried).loaded(), mutant);
        }
        boolean more = expectation.looksAtMore();
        Entity root = tried.read().root().copy();
        return differsInRules(tried, root, more) || differsInFact(tried, root, more);
    }

    private boolean differsInRules(TriedCase tried, Entity root, boolean more) {
        for (Rule rule : changed(tried).rules()) {
            RuleJudge judge = changed(tried).judge(rule);
            List<Entity> subjects = subjects(tried, rule.decision(), root);
            for (int i = 0; i < subjects.size(); i++) {
                RuleResult now = judge.of(subjects.get(i));
                RuleResult before = before(tried.evaluation(rule.decision()), i, rule.id());
                if (!isSame(now, before) || more && now != null && now.status() == Status.UNKNOWN) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable RuleResult before(Evaluation evaluation, int place, String rule) {
        List<Standing> standings = evaluation.standings();
        return standings == null
                ? null
                : standings.get(place).results().stream()
                        .filter(r -> r.rule().id().equals(rule))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isSame(@Nullable RuleResult a, @Nullable RuleResult b) {
        return a == null || b == null
                ? a == b
                : a.status() == b.status()
                        && a.applies() == b.applies()
                        && a.clockKnown() == b.clockKnown()
                        && a.concluded() == b.concluded()
                        && a.maybeNotMet() == b.maybeNotMet();
    }

    private boolean differsInFact(TriedCase tried, Entity root, boolean more) {
        if (mutant.isOfRule()) {
            return false;
        }
        Entity before = tried.read().root().copy();
        for (DerivedFact fact : changed(tried).ruleSet.derived()) {
            if (mutant.what().equals("fact " + fact.fact().path())) {
                for (String decision : tried.decisions()) {
                    if (differs(fact, tried, decision, root, before, more)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean differs(
            DerivedFact fact, TriedCase tried, String decision, Entity root, Entity before, boolean more) {
        DecisionProgram program = changed(tried).readers(decision);
        DecisionProgram written =
                Objects.requireNonNull(tried.rules().programs().get(decision));
        List<Entity> owners = Reaching.all(root, fact.owner());
        List<Entity> ownersBefore = Reaching.all(before, fact.owner());
        for (int i = 0; i < owners.size(); i++) {
            Object now = program.value(owners.get(i), fact.fact().slot());
            Object then = written.value(ownersBefore.get(i), fact.fact().slot());
            if (!now.equals(then) || more && now instanceof Unknown) {
                return true;
            }
        }
        return false;
    }
}
