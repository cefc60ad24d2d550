package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Decision;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Ranking;
import org.hqccp.engine.Standing;
import org.hqccp.engine.Test;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** Says why no option has a rank: nothing in the case is of its kind, or what is has another outcome. Belongs to one case. */
final class HigherRanks {
    private static final int MOST_NAMED = 3;

    private final DecisionModel decision;
    private final Kinds kinds;
    private final List<Standing> standings;
    private final Map<String, List<String>> because;
    private final Map<String, String> sentences = new HashMap<>();

    /**
     * What the rules that give ranks ask of an option besides its outcome, whatever the case.
     *
     * @param ranks all ranks, best first
     * @param byRank for each rank, the conditions of each rule that gives it, made ready
     */
    record Kinds(List<String> ranks, Map<String, List<List<Test>>> byRank) {
        static Kinds of(DecisionProgram program, List<Rule> rules) {
            DecisionModel decision = program.decision();
            Fact outcome = decision.ownTypes().standing().fact("outcome");
            Map<String, List<List<Test>>> byRank = new HashMap<>();
            for (Rule rule : rules) {
                byRank.computeIfAbsent(String.valueOf(rule.conclusion().code()), r -> new ArrayList<>())
                        .add(parts(rule.test()).stream()
                                .filter(part -> !reads(part, outcome))
                                .map(program::test)
                                .toList());
            }
            return new Kinds(List.copyOf(decision.ranks().keySet()), byRank);
        }

        private static List<Expr> parts(Expr test) {
            return test instanceof Expr.And and ? and.parts() : List.of(test);
        }

        private static boolean reads(Expr part, @Nullable Fact fact) {
            boolean[] reads = {false};
            Paths.walk(
                    part,
                    p -> reads[0] |=
                            p instanceof Expr.FactValue value && value.fact().equals(fact));
            return reads[0];
        }
    }

    /**
     * @param kinds what the rules that give ranks ask
     * @param because the rules that each subject's outcome rests on
     */
    HigherRanks(DecisionModel decision, Kinds kinds, List<Standing> standings, Map<String, List<String>> because) {
        this.decision = decision;
        this.kinds = kinds;
        this.standings = standings;
        this.because = because;
    }

    /** Why no option has this rank. */
    String why(String rank) {
        return sentences.computeIfAbsent(rank, this::sentence);
    }

    private String sentence(String rank) {
        List<String> sentences = new ArrayList<>();
        sentences.add("No " + decision.subject().label() + " in the case is "
                + decision.ranks().getOrDefault(rank, rank) + ".");
        int others = 0;
        for (Standing standing : standings) {
            Truth kind = isBetter(standing, rank) ? Truth.FALSE : isOfItsKind(rank, standing);
            if (kind == Truth.FALSE) {
                continue;
            } else if (sentences.size() > MOST_NAMED) {
                others++;
            } else {
                sentences.add(standing.subject().id() + ": "
                        + (kind == Truth.TRUE ? outcome(standing) : "not enough is known to tell") + ".");
            }
        }
        if (others > 0) {
            sentences.add("The same goes for " + others + " more.");
        }
        return String.join(" ", sentences);
    }

    /** Whether it has a better rank than this one, so that there is nothing to explain. */
    private boolean isBetter(Standing standing, String rank) {
        Ranking own = standing.rank();
        return own != null && own.code() != null && kinds.ranks.indexOf(own.code()) < kinds.ranks.indexOf(rank);
    }

    /** Whether it would have the rank with another outcome. */
    private Truth isOfItsKind(String rank, Standing standing) {
        Truth any = Truth.FALSE;
        for (List<Test> rule : kinds.byRank.getOrDefault(rank, List.of())) {
            Truth all = Truth.TRUE;
            for (Test part : rule) {
                all = all.and(part.of(standing.found(), null));
            }
            any = any.or(all);
        }
        return any;
    }

    private String outcome(Standing standing) {
        String code = standing.outcome().code();
        List<String> rules = because.getOrDefault(standing.subject().id(), List.of());
        String words = code == null || code.equals(Decision.INDETERMINATE)
                ? "not enough is known yet"
                : decision.outcomes().getOrDefault(code, code);
        return words + (rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")");
    }
}
