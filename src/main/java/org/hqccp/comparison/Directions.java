package org.hqccp.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.comparison.Effect.Direction;
import org.hqccp.comparison.Effect.Witness;
import org.hqccp.decision.Status;
import org.hqccp.engine.ModelProgram;
import org.hqccp.engine.RuleResult;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Kind;
import org.hqccp.rulelanguage.Rule.Stage;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Works out which way a changed rule moves, by trying both versions on every combination of what they read, or on many. */
final class Directions {
    private static final String NO_FINDING = "not in force";

    private final @Nullable Side before;
    private final @Nullable Side after;
    private final Rule sample;
    private final Map<Direction, Shown> witnesses = new EnumMap<>(Direction.class);
    private boolean undecided;
    private long tried;

    /** The plainest case so far that shows a way. */
    private record Shown(String before, String after, Trial trial, int oddness) {
        Witness in(RuleSet ruleSet) {
            return new Witness(before, after, trial.yaml(ruleSet));
        }
    }

    /** One version of a rule, ready to be tried. */
    private record Side(Rule rule, RuleSet ruleSet, ModelProgram program) {
        static @Nullable Side of(@Nullable Rule rule, RuleSet ruleSet) {
            if (rule == null) {
                return null;
            }
            DecisionModel decision = Objects.requireNonNull(ruleSet.decisions().get(rule.decision()));
            return new Side(
                    rule, ruleSet, ModelProgram.of(decision, List.of(rule), ruleSet.dictionary(), ruleSet.derived()));
        }

        @Nullable
        RuleResult on(Trial trial) {
            Entity subject = trial.in(ruleSet);
            return program.judge(rule, subject);
        }
    }

    private Directions(@Nullable Side before, @Nullable Side after, Rule sample) {
        this.before = before;
        this.after = after;
        this.sample = sample;
    }

    static Effect judge(
            @Nullable Rule old,
            RuleSet before,
            @Nullable Reads oldReads,
            @Nullable Rule young,
            RuleSet after,
            @Nullable Reads newReads) {
        Rule sample = Objects.requireNonNull(young == null ? old : young);
        if (isRollUp(old) || isRollUp(young)) {
            return notJudged("It puts together what other rules found: the cases show what it does.");
        } else if (sample.kind() == Kind.REPORT) {
            return notJudged("It only reports a value, and decides nothing.");
        } else if (old != null && young != null && !old.conclusion().equals(young.conclusion())) {
            return notJudged("It says something else than before: the cases show what it does.");
        }
        Directions directions = new Directions(Side.of(old, before), Side.of(young, after), sample);
        Trials trials = new Trials(sample.subject().name());
        if (old != null && oldReads != null) {
            trials.add(old, oldReads, before);
        }
        if (young != null && newReads != null) {
            trials.add(young, newReads, after);
        }
        boolean exact = trials.each(directions::look);
        return directions.effect(exact);
    }

    private static boolean isRollUp(@Nullable Rule rule) {
        return rule != null && rule.stage() != Stage.FINDINGS;
    }

    private static Effect notJudged(String words) {
        return new Effect(Direction.NOT_JUDGED, words, false, 0, List.of());
    }

    private String look(Trial trial) {
        tried++;
        RuleResult old = before == null ? null : before.on(trial);
        RuleResult young = after == null ? null : after.on(trial);
        int then = worth(old);
        int now = worth(young);
        if (then < 0 || now < 0) {
            undecided |= (then < 0) != (now < 0);
        } else if (then != now) {
            Direction direction = now < then ? Direction.STRICTER : Direction.MORE_GENEROUS;
            Shown shown = witnesses.get(direction);
            int oddness = trial.oddness();
            if (shown == null || oddness < shown.oddness()) {
                witnesses.put(direction, new Shown(word(old), word(young), trial, oddness));
            }
        }
        return word(old) + " " + word(young);
    }

    private Side side() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    private static String word(@Nullable RuleResult result) {
        return result == null ? NO_FINDING : result.status().name();
    }

    /** How good a result is for whom it concerns; -1 where it is not decided. */
    private int worth(@Nullable RuleResult result) {
        if (result != null && result.status() == Status.UNKNOWN) {
            return -1;
        }
        boolean holds = result != null && result.status() == Status.MET;
        return switch (sample.conclusion().verb()) {
            case MET -> {
                if (sample.kind() == Kind.WEIGHT) {
                    yield holds ? 1 : 0;
                }
                yield result == null || result.status() == Status.NOT_APPLICABLE || holds
                        ? 2
                        : result.status() == Status.DEVELOPING ? 1 : 0;
            }
            case ACTION, ALERT -> holds ? 0 : 1;
            default -> holds ? 1 : 0;
        };
    }

    private Effect effect(boolean exact) {
        boolean stricter = witnesses.containsKey(Direction.STRICTER);
        boolean generous = witnesses.containsKey(Direction.MORE_GENEROUS);
        Direction direction = stricter && generous
                ? Direction.BOTH_WAYS
                : stricter ? Direction.STRICTER : generous ? Direction.MORE_GENEROUS : Direction.SAME;
        String words = EffectWords.of(sample, direction, exact, tried)
                + (undecided
                        ? " In some cases it is undecided for want of a fact or number where it was not, or the other way round."
                        : "");
        List<Witness> shown =
                witnesses.values().stream().map(s -> s.in(side().ruleSet())).toList();
        return new Effect(direction, words, exact, tried, shown);
    }
}
