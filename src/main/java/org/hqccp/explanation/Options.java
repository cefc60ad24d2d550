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

/** The next-best options of a decision, best first; the last one is always there. */
final class Options {
    private static final int BESIDES = 3;
    private static final String ALWAYS = "ALWAYS";
    /** Makes every number a case can hold positive, so that its digits sort as it does. */
    private static final long FIRST_OF_ALL = 1_000_000_000_000_000_000L;

    private static final int WIDEST = 19;
    private final DecisionModel decision;
    private final DecisionProgram program;
    private final List<Option> all = new ArrayList<>();

    /** A subject that has a rank, with what orders it. */
    private record Ranked(String rank, int place, String ties, Standing standing) {}

    Options(DecisionProgram program, List<Standing> standings, RuleSet ruleSet, HigherRanks higher) {
        this.decision = program.decision();
        this.program = program;
        List<String> ranks = List.copyOf(decision.ranks().keySet());
        if (ranks.isEmpty()) {
            return;
        }
        List<Ranked> ranked = new ArrayList<>();
        for (Standing standing : standings) {
            String rank = code(standing);
            if (rank != null) {
                ranked.add(new Ranked(rank, ranks.indexOf(rank), ties(standing), standing));
            }
        }
        ranked.sort(Comparator.comparingInt(Ranked::place)
                .thenComparing(Ranked::ties)
                .thenComparing(r -> r.standing().subject().id()));
        List<String> taken = new ArrayList<>();
        for (Ranked each : ranked) {
            String rank = each.rank();
            String outcome = each.standing().outcome().code();
            all.add(new Option(
                    all.size() + 1,
                    each.standing().subject().id(),
                    rank,
                    decision.ranks().getOrDefault(rank, rank),
                    outcome == null ? Decision.INDETERMINATE : outcome,
                    ranks.subList(0, each.place()).stream()
                            .filter(r -> !taken.contains(r))
                            .map(higher::why)
                            .toList()));
            taken.add(rank);
        }
        String last = decision.lastOption();
        Message words = last == null ? null : ruleSet.messages().get("action/" + last);
        if (last != null && words != null) {
            List<String> none = ranks.stream()
                    .filter(r -> !taken.contains(r))
                    .map(higher::why)
                    .toList();
            all.add(new Option(all.size() + 1, last, ALWAYS, words.text(), "OPEN_TO_ALL", none));
        }
    }

    List<Option> all() {
        return all;
    }

    /** The best options other than a subject itself, and the one that is always there. */
    List<Option> besides(String subject) {
        List<Option> others = new ArrayList<>();
        for (Option option : all) {
            boolean last = option.rank().equals(ALWAYS);
            if (!option.subject().equals(subject) && (others.size() < BESIDES || last)) {
                others.add(option);
            }
        }
        return others;
    }

    private static @Nullable String code(Standing standing) {
        Ranking rank = standing.rank();
        return rank == null ? null : rank.code();
    }

    /** A text that sorts as the ties ask. */
    private String ties(Standing standing) {
        StringBuilder key = new StringBuilder();
        decision.ties()
                .forEach(tie -> key.append(sortable(
                                StandingFacts.of(tie.fact(), standing, program).value(), tie.first()))
                        .append('|'));
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
