package org.hqccp.verification;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hqccp.engine.Truth;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Kind;
import org.jspecify.annotations.Nullable;

/** Rules that can never apply, and rules that always do. */
final class SingleChecks {
    private final Trying trying;
    private final Consumer<Warning> found;

    SingleChecks(Trying trying, Consumer<Warning> found) {
        this.trying = trying;
        this.found = found;
    }

    void check() {
        trying.rules().forEach(this::check);
    }

    private void check(Rule rule) {
        Space space = trying.space(rule);
        if (space.isBlind()) {
            return;
        }
        boolean asksNothing = rule.test() instanceof Expr.Constant
                || rule.test() instanceof Expr.And and && and.parts().isEmpty();
        int[] concerned = trying.find(space, place -> trying.applies(rule, place) == Truth.TRUE, List.of());
        if (concerned == null) {
            warn(Warning.Kind.NEVER, rule, space, "it concerns nobody: no case is one that it applies to", null);
            return;
        }
        if (asksNothing || rule.kind() == Kind.REPORT) {
            return;
        }
        if (find(rule, space, true) == null) {
            warn(Warning.Kind.NEVER, rule, space, never(rule), concerned);
        } else if (find(rule, space, false) == null) {
            warn(Warning.Kind.ALWAYS, rule, space, always(rule), concerned);
        }
    }

    private int @Nullable [] find(Rule rule, Space space, boolean hold) {
        Predicate<Space.Place> wanted = hold ? place -> trying.holds(rule, place) : place -> trying.fails(rule, place);
        return trying.find(space, wanted, List.of(trying.nearness(rule, hold)));
    }

    private static String never(Rule rule) {
        return rule.conclusion().verb() == Verb.MET
                ? "it can never be met: its conditions cannot hold together"
                : "it can never apply: its conditions cannot hold together";
    }

    private static String always(Rule rule) {
        return rule.conclusion().verb() == Verb.MET
                ? "it is always met: no case it concerns can fail it"
                : "it always applies: no case it concerns can fail its conditions";
    }

    private void warn(Warning.Kind kind, Rule rule, Space space, String message, int @Nullable [] shows) {
        found.accept(Warnings.about(kind, List.of(rule), message, space, shows, Map.of()));
    }
}
