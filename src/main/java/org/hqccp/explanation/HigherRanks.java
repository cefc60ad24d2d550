package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.decision.Decision;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Ranking;
import org.hqccp.engine.Standing;
import org.hqccp.engine.Truth;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;

/** Says why no option has a rank: nothing in the case is of its kind, or what is has another outcome. Belongs to one case. */
final class HigherRanks {
    private static final int MOST_NAMED = 3;

    private final DecisionModel decision;
    private final DecisionProgram program;
    private final List<Rule> rules;
    private final List<Standing> standings;
    private final Map<String, List<String>> because;
    private final Map<String, String> sentences = new HashMap<>();

    /**
     * @param rules the rules that give ranks
     * @param because the rules that each subject's outcome rests on
     */
    HigherRanks(
            DecisionProgram program, List<Rule> rules, List<Standing> standings, Map<String, List<String>> because) {
        this.decision = program.decision();
        this.program = program;
        this.rules = rules;
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
        List<String> ranks = List.copyOf(decision.ranks().keySet());
        return own != null && own.code() != null && ranks.indexOf(own.code()) < ranks.indexOf(rank);
    }

    /** Whether it would have the rank with another outcome. */
    private Truth isOfItsKind(String rank, Standing standing) {
        Truth any = Truth.FALSE;
        for (Rule rule : rules) {
            if (rank.equals(rule.conclusion().code())) {
                Truth all = Truth.TRUE;
                for (Expr part : parts(rule.test())) {
                    all = readsOutcome(part) ? all : all.and(holds(part, standing));
                }
                any = any.or(all);
            }
        }
        return any;
    }

    private Truth holds(Expr part, Standing standing) {
        return program.holds(part, standing.found(), null);
    }

    private static List<Expr> parts(Expr test) {
        return test instanceof Expr.And and ? and.parts() : List.of(test);
    }

    private boolean readsOutcome(Expr part) {
        boolean[] reads = {false};
        Paths.walk(
                part,
                p -> reads[0] |= p instanceof Expr.FactValue value
                        && value.fact().equals(decision.ownTypes().standing().fact("outcome")));
        return reads[0];
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
