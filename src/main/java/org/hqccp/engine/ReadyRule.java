package org.hqccp.engine;

import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule made ready for the model's evaluator.
 *
 * @param rule the rule
 * @param number its place among the rules of its stage
 * @param audience whom it concerns, and when
 * @param test what must hold
 * @param developing when a failed test is DEVELOPING; none means never
 */
record ReadyRule(
        Rule rule,
        int number,
        Audience audience,
        Test test,
        @Nullable Test developing) {

    static ReadyRule of(Rule rule, int number, Audience.All audiences, Compiler compiler) {
        compiler.ready(rule.appliesTo());
        compiler.ready(rule.test());
        compiler.ready(rule.developing());
        return new ReadyRule(
                rule,
                number,
                audiences.of(rule, compiler),
                compiler.test(rule.test()),
                rule.alwaysDeveloping() ? (owner, element) -> Truth.TRUE : ready(rule.developing(), compiler));
    }

    /** The same for a rule that is tried once, after everything else was made ready. */
    static ReadyRule alone(Rule rule, Compiler compiler) {
        return new ReadyRule(
                rule,
                0,
                new Audience.All().of(rule, compiler),
                compiler.test(rule.test()),
                rule.alwaysDeveloping() ? (owner, element) -> Truth.TRUE : ready(rule.developing(), compiler));
    }

    private static @Nullable Test ready(@Nullable Expr condition, Compiler compiler) {
        return condition == null ? null : compiler.test(condition);
    }

    /** Whether a failed test is accepted for now. */
    Truth accepted(Entity subject) {
        return developing == null ? Truth.FALSE : developing.of(subject, null);
    }
}
