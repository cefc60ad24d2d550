package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** What passing cases state of one rule: its statuses, its conditions, and the days it begins and ends. */
final class RuleCoverage {
    private final Rule rule;
    private final Set<Status> possible;
    private final Set<Status> stated = EnumSet.noneOf(Status.class);
    private final Deciding applies;
    private final Deciding test;
    private boolean missingTold;
    private boolean before;
    private boolean first;
    private boolean last;
    private boolean after;

    RuleCoverage(Rule rule, Set<Status> possible) {
        this.rule = rule;
        this.possible = possible;
        this.applies = new Deciding(appliesTo(rule));
        this.test = new Deciding(tests(rule));
    }

    private static List<Expr> appliesTo(Rule rule) {
        Expr appliesTo = rule.appliesTo();
        return appliesTo == null ? List.of() : List.of(appliesTo);
    }

    private static List<Expr> tests(Rule rule) {
        // A report measures and judges nothing: a number in it only asks whether the fact is known.
        if (rule.kind() == Rule.Kind.REPORT) {
            return List.of();
        }
        Expr developing = rule.developing();
        return developing == null ? List.of(rule.test()) : List.of(rule.test(), developing);
    }

    Rule rule() {
        return rule;
    }

    /** Takes account of what a passing case states, whether of this rule in its own file or by its id. */
    void stated(Expectation expectation, boolean own) {
        if (own && expectation.status() != null) {
            state(expectation.status());
            missingTold |= Status.UNKNOWN.name().equals(expectation.status())
                    && expectation.whole().missing() != null;
        }
        byId(expectation.whole());
        expectation.results().values().forEach(this::byId);
    }

    private void byId(Expected expected) {
        String status = expected.findings().get(rule.id());
        if (status != null) {
            state(status);
        }
    }

    private void state(String status) {
        if (!status.equals(Expectation.NO_FINDING)) {
            stated.add(Status.valueOf(status));
        }
    }

    /** Takes account of the day a case of its own file lies on. */
    void on(@Nullable LocalDate day, Expectation expectation) {
        if (day == null) {
            return;
        }
        LocalDate to = rule.to();
        if (Expectation.NO_FINDING.equals(expectation.status())) {
            before |= day.equals(Days.lastBefore(rule.clock(), rule.from()));
            after |= to != null && day.equals(Days.firstFrom(rule.clock(), to.plusDays(1)));
        } else {
            first |= day.equals(Days.firstFrom(rule.clock(), rule.from()));
            last |= to != null && day.equals(Days.lastBefore(rule.clock(), to.plusDays(1)));
        }
    }

    /** Looks at what the status turned on for one subject. */
    void look(
            Rule same, DecisionProgram program, Entity subject, BiConsumer<Parameter, @Nullable LocalDate> parameters) {
        applies.look(appliesTo(same), program, subject, parameters);
        Expr appliesTo = same.appliesTo();
        if (appliesTo == null || program.holds(appliesTo, subject, null) == Truth.TRUE) {
            test.look(tests(same), program, subject, parameters);
        }
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Status status : possible) {
            if (!stated.contains(status)) {
                missing.add("no case states " + status);
            }
        }
        if (possible.contains(Status.UNKNOWN) && !missingTold) {
            missing.add("no case states UNKNOWN with the facts that are missing");
        }
        missing.addAll(applies.missing());
        missing.addAll(test.missing());
        Clock clock = rule.clock();
        if (!before) {
            missing.add("no case states none on " + Days.words(clock, Days.lastBefore(clock, rule.from()))
                    + ", right before it begins");
        }
        if (!first) {
            missing.add("no case states what it comes to on " + Days.words(clock, Days.firstFrom(clock, rule.from()))
                    + ", when it begins");
        }
        LocalDate to = rule.to();
        if (to != null && !last) {
            missing.add("no case states what it comes to on "
                    + Days.words(clock, Days.lastBefore(clock, to.plusDays(1))) + ", right before it ends");
        }
        if (to != null && !after) {
            missing.add("no case states none on " + Days.words(clock, Days.firstFrom(clock, to.plusDays(1)))
                    + ", right after it ends");
        }
        return missing;
    }
}
