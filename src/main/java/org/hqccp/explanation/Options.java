package org.hqccp.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Option;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Ranking;
import org.hqccp.engine.Standing;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.Message;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** The next-best options of a decision, best first; the last one is always there. Made once for each decision of a rule set. */
final class Options {
    private static final int BESIDES = 3;
    private static final String ALWAYS = "ALWAYS";
    /** Makes every number a case can hold positive, so that its digits sort as it does. */
    private static final long FIRST_OF_ALL = 1_000_000_000_000_000_000L;

    private static final int WIDEST = 19;
    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::place)
            .thenComparing(Ranked::ties)
            .thenComparing(r -> r.standing().subject().id());

    private final DecisionModel decision;
    private final DecisionProgram program;
    private final List<String> ranks;
    private final List<Tie> ties;
    private final @Nullable Message last;

    /** A subject that has a rank, with what orders it. */
    private record Ranked(String rank, int place, String ties, Standing standing) {}

    /** What orders subjects of the same rank. */
    private record Tie(StandingFact fact, DecisionModel.First first) {}

    Options(DecisionProgram program, RuleSet ruleSet) {
        this.program = program;
        this.decision = program.decision();
        this.ranks = List.copyOf(decision.ranks().keySet());
        this.ties = decision.ties().stream()
                .map(tie -> new Tie(StandingFact.named(tie.fact(), program), tie.first()))
                .toList();
        String option = decision.lastOption();
        this.last = option == null ? null : ruleSet.messages().get("action/" + option);
    }

    /** Those of one case. */
    List<Option> of(List<Standing> standings, HigherRanks higher) {
        List<Option> all = new ArrayList<>();
        if (ranks.isEmpty()) {
            return all;
        }
        List<String> taken = new ArrayList<>();
        for (Ranked each : ranked(standings)) {
            String rank = each.rank();
            String outcome = each.standing().outcome().code();
            all.add(new Option(
                    all.size() + 1,
                    each.standing().subject().id(),
                    rank,
                    decision.ranks().getOrDefault(rank, rank),
                    outcome == null ? Decision.INDETERMINATE : outcome,
                    why(each.place(), taken, higher)));
            taken.add(rank);
        }
        String option = decision.lastOption();
        if (option != null && last != null) {
            all.add(new Option(
                    all.size() + 1, option, ALWAYS, last.text(), "OPEN_TO_ALL", why(ranks.size(), taken, higher)));
        }
        return all;
    }

    private List<Ranked> ranked(List<Standing> standings) {
        List<Ranked> ranked = new ArrayList<>(standings.size());
        for (Standing standing : standings) {
            Ranking own = standing.rank();
            String rank = own == null ? null : own.code();
            if (rank != null) {
                ranked.add(new Ranked(rank, ranks.indexOf(rank), ties(standing), standing));
            }
        }
        ranked.sort(BEST_FIRST);
        return ranked;
    }

    /** Why nothing has one of the best ranks, for each that is not taken. */
    private List<String> why(int best, List<String> taken, HigherRanks higher) {
        List<String> why = new ArrayList<>();
        for (String rank : ranks.subList(0, best)) {
            if (!taken.contains(rank)) {
                why.add(higher.why(rank));
            }
        }
        return why;
    }

    /** The best options other than a subject itself, and the one that is always there. */
    static List<Option> besides(String subject, List<Option> all) {
        List<Option> others = new ArrayList<>();
        for (Option option : all) {
            boolean last = option.rank().equals(ALWAYS);
            if (!option.subject().equals(subject) && (others.size() < BESIDES || last)) {
                others.add(option);
            }
        }
        return others;
    }

    /** A text that sorts as the ties ask. */
    private String ties(Standing standing) {
        StringBuilder key = new StringBuilder();
        for (Tie tie : ties) {
            key.append(sortable(tie.fact().value(standing, program), tie.first()))
                    .append('|');
        }
        return key.toString();
    }

    /** What is not known comes last. */
    private static String sortable(Object value, DecisionModel.First first) {
        if (first == DecisionModel.First.YES) {
            return Boolean.TRUE.equals(value) ? "0" : "1";
        }
        Long number = number(value);
        if (number == null) {
            return "~";
        }
        String digits = Long.toString(FIRST_OF_ALL + (first == DecisionModel.First.LOW ? number : -number));
        return "0".repeat(Math.max(0, WIDEST - digits.length())) + digits;
    }

    private static @Nullable Long number(Object value) {
        if (value instanceof LocalDate date) {
            return date.toEpochDay();
        }
        return value instanceof Long whole
                ? whole
                : value instanceof BigDecimal decimal
                        ? decimal.movePointRight(4).longValue()
                        : null;
    }
}
