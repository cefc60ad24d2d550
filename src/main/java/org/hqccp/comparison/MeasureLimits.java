package org.hqccp.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.ruleset.RuleSet;

/**
 * From when on a measure speaks up (handbook G.3 and L2).
 *
 * @param watch participation index below which it is watched
 * @param plan participation index below which a plan is due
 * @param fourFifths least ratio of a group's rate to the best one
 * @param p greatest probability that is called notable
 * @param leastPeople smallest group anything is concluded from
 * @param unknownRate greatest share of a fact that may be unknown
 * @param indeterminateRate greatest share of undecided outcomes
 */
public record MeasureLimits(
        double watch,
        double plan,
        double fourFifths,
        double p,
        long leastPeople,
        double unknownRate,
        double indeterminateRate) {

    static final double LOTTERY_P = 0.01;
    static final double SUPPORT_REACH = 0.85;
    static final double LEAST_EXPECTED = 5;

    /** The numbers that hold on a day: those of the parameters, else the handbook's. */
    public static MeasureLimits of(RuleSet ruleSet, LocalDate day) {
        return new MeasureLimits(
                number(ruleSet, day, "part.index.watch", "0.80"),
                number(ruleSet, day, "part.index.plan", "0.60"),
                number(ruleSet, day, "equity.fourFifths", "0.80"),
                number(ruleSet, day, "sig.p", "0.05"),
                (long) number(ruleSet, day, "sig.minN", "30"),
                number(ruleSet, day, "unknown.rate", "0.10"),
                number(ruleSet, day, "indeterminate.rate", "0.05"));
    }

    private static double number(RuleSet ruleSet, LocalDate day, String name, String usual) {
        Parameter parameter = ruleSet.parameters().get(name);
        Parameter.Period period = parameter == null ? null : parameter.on(day);
        Object value = period == null ? null : period.value();
        return new BigDecimal(value instanceof Number number ? number.toString() : usual).doubleValue();
    }
}
