package org.hqccp.comparison;

import java.util.Locale;
import org.hqccp.comparison.Effect.Direction;
import org.hqccp.facts.Plural;
import org.hqccp.rulelanguage.Rule;

/** Which way a rule moves, in a sentence. */
final class EffectWords {
    private EffectWords() {}

    static String of(Rule rule, Direction direction, boolean exact, long tried) {
        String how = exact
                ? " Every combination of what it reads was tried (" + count(tried) + ")."
                : " Tried on " + count(tried) + " " + Plural.word(tried, "combination")
                        + " of what it reads, not on all: others could differ.";
        return way(rule, direction) + how;
    }

    private static String count(long tried) {
        return String.format(Locale.US, "%,d", tried);
    }

    private static String way(Rule rule, Direction direction) {
        boolean more = direction == Direction.MORE_GENEROUS;
        if (direction == Direction.SAME) {
            return "It comes to the same as before.";
        } else if (direction == Direction.BOTH_WAYS) {
            return "It goes both ways: stricter for some, more generous for others.";
        }
        return switch (rule.conclusion().verb()) {
            case MET ->
                more ? "Only more generous: no case comes out worse." : "Only stricter: no case comes out better.";
            case ACTION ->
                more ? "Asks for this step in fewer cases, in no more." : "Asks for this step in more cases.";
            case ALERT -> more ? "Raised in fewer cases, in no more." : "Raised in more cases, in no fewer.";
            case FLAG, STRENGTH ->
                more ? "Only more generous: said of more cases." : "Only stricter: said of fewer cases.";
            default -> more ? "Said in more cases, in no fewer." : "Said in fewer cases, in no more.";
        };
    }
}
