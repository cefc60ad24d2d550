package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.IfUnknown;
import org.hqccp.rulelanguage.Rule.Kind;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/** The model's evaluator of whole rules: works out what each comes to for a subject. */
final class Judge {
    private final ReadyRule[][] stages = new ReadyRule[Stage.values().length][];
    private final Clocks clocks;
    private final Derived derived;

    /**
     * @param rules all rules of a decision, in order of id
     */
    Judge(List<Rule> rules, Compiler compiler, Clocks clocks, Derived derived) {
        this.clocks = clocks;
        this.derived = derived;
        for (Stage stage : Stage.values()) {
            List<ReadyRule> ready = new ArrayList<>();
            Audience.All audiences = new Audience.All();
            for (Rule rule : rules) {
                if (rule.stage() == stage) {
                    ready.add(ReadyRule.of(rule, ready.size(), audiences, compiler));
                }
            }
            stages[stage.ordinal()] = ready.toArray(ReadyRule[]::new);
        }
    }

    /** The rules of a stage, in order of id. */
    ReadyRule[] rules(Stage stage) {
        return stages[stage.ordinal()];
    }

    /** Works out all rules of a stage for a subject. Rules not in force give no result. */
    List<RuleResult> results(Stage stage, Entity subject) {
        ReadyRule[] all = rules(stage);
        if (all.length == 0) {
            return List.of();
        }
        List<RuleResult> results = new ArrayList<>(all.length);
        Audience.Memberships memberships = new Audience.Memberships(subject, all.length, clocks, derived);
        for (ReadyRule rule : all) {
            RuleResult result = result(rule, subject, memberships);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    /** What one rule of the first stage comes to for a subject; none where it is not in force. */
    @Nullable
    RuleResult result(Rule rule, Entity subject) {
        ReadyRule[] all = rules(Stage.FINDINGS);
        for (ReadyRule ready : all) {
            if (ready.rule() == rule) {
                return result(ready, subject, new Audience.Memberships(subject, all.length, clocks, derived));
            }
        }
        throw new Defect(rule.id() + " is no rule of the first stage");
    }

    /** What a rule comes to for a subject; none where it is not in force. */
    static @Nullable RuleResult result(ReadyRule rule, Entity subject, Audience.Memberships memberships) {
        Audience.Membership membership = memberships.in(rule.audience());
        return membership.inForce() == Truth.FALSE
                ? null
                : result(rule, subject, membership.applies(), membership.inForce() == Truth.TRUE);
    }

    private static RuleResult result(ReadyRule rule, Entity subject, Truth applies, boolean clockKnown) {
        if (applies == Truth.FALSE) {
            return result(rule, subject, Status.NOT_APPLICABLE, applies, clockKnown, Truth.FALSE, false);
        }
        Truth test = Test.ask(rule.test(), subject, null);
        if (applies == Truth.UNKNOWN || !clockKnown) {
            return undecided(rule, subject, applies, clockKnown, test);
        }
        return switch (test) {
            case TRUE -> {
                Status status = rule.rule().kind() == Kind.REPORT ? Status.REPORTED : Status.MET;
                yield result(rule, subject, status, applies, true, Truth.TRUE, false);
            }
            case UNKNOWN -> undecided(rule, subject, applies, true, test);
            case FALSE -> failed(rule, subject);
        };
    }

    private static RuleResult failed(ReadyRule rule, Entity subject) {
        if (rule.rule().kind() == Kind.REPORT) {
            return result(rule, subject, Status.NOT_APPLICABLE, Truth.TRUE, true, Truth.FALSE, false);
        }
        return switch (rule.accepted(subject)) {
            case TRUE -> result(rule, subject, Status.DEVELOPING, Truth.TRUE, true, Truth.FALSE, false);
            case FALSE -> result(rule, subject, Status.NOT_MET, Truth.TRUE, true, Truth.FALSE, false);
            case UNKNOWN -> result(rule, subject, Status.UNKNOWN, Truth.TRUE, true, Truth.FALSE, true);
        };
    }

    private static RuleResult undecided(ReadyRule rule, Entity subject, Truth applies, boolean clockKnown, Truth test) {
        boolean maybeNotMet = test != Truth.TRUE && rule.accepted(subject) != Truth.TRUE;
        Truth concluded = concluded(rule.rule(), applies == Truth.TRUE && clockKnown, test);
        return result(rule, subject, Status.UNKNOWN, applies, clockKnown, concluded, maybeNotMet);
    }

    /**
     * Whether the conclusion of an undecided rule stands. An unknown test may be taken to hold; that the rule concerns the subject at all
     * may not. A weight is counted in either case, because an unknown must not reduce a chance.
     */
    private static Truth concluded(Rule rule, boolean concernsSubject, Truth test) {
        boolean concludes = rule.kind() == Kind.CONCLUSION || rule.kind() == Kind.WEIGHT;
        if (test == Truth.FALSE || rule.ifUnknown() == IfUnknown.WAITS) {
            return Truth.FALSE;
        }
        boolean stands = rule.ifUnknown() == IfUnknown.CONCLUDES && (concernsSubject || rule.kind() == Kind.WEIGHT);
        return stands ? Truth.TRUE : concludes ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static RuleResult result(
            ReadyRule rule,
            Entity subject,
            Status status,
            Truth applies,
            boolean clockKnown,
            Truth concluded,
            boolean maybeNotMet) {
        return new RuleResult(rule.rule(), subject, status, applies, clockKnown, concluded, maybeNotMet);
    }
}
