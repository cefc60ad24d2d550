package org.hqccp.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** Rules that share the values of one number out among them: values that none of them takes, and values that two take. */
final class ThresholdChecks {
    private static final int DRAWN = 600;
    private static final long SEED = 11;
    private final Trying trying;
    private final Consumer<Warning> found;
    private final Set<String> told = new HashSet<>();

    ThresholdChecks(Trying trying, Consumer<Warning> found) {
        this.trying = trying;
        this.found = found;
    }

    void check() {
        List<Rule> outcomes = trying.rules().stream()
                .filter(r -> r.conclusion().verb() == Verb.OUTCOME)
                .toList();
        if (outcomes.size() > 1) {
            check(outcomes);
        }
    }

    private void check(List<Rule> rules) {
        Space space = trying.space(rules.toArray(Rule[]::new));
        if (space.isBlind()) {
            return;
        }
        Random random = new Random(SEED);
        int[] chosen = new int[space.variables().size()];
        for (int i = 0; i < DRAWN; i++) {
            for (int j = 0; j < chosen.length; j++) {
                chosen[j] = random.nextInt(space.variables().get(j).size());
            }
            for (int j = 0; j < chosen.length; j++) {
                if (space.variables().get(j) instanceof Space.Numbered number && number.isNumber()) {
                    row(rules, space, chosen.clone(), j, number);
                }
            }
        }
    }

    /** Walks over the values of one number while all else stays as it is. */
    private void row(List<Rule> rules, Space space, int[] chosen, int at, Space.Numbered number) {
        boolean[][] holds = new boolean[rules.size()][number.size()];
        for (int option = 0; option < number.size(); option++) {
            chosen[at] = option;
            Space.Place place = space.at(chosen);
            for (int i = 0; i < rules.size(); i++) {
                holds[i][option] = trying.holds(rules.get(i), place);
            }
        }
        for (int option = 1; option + 1 < number.size(); option++) {
            Rule below = nearest(rules, holds, option, -1);
            Rule above = nearest(rules, holds, option, 1);
            if (below != null && above != null && below != above && none(holds, option)) {
                chosen[at] = option;
                tell(
                        Warning.Kind.GAP,
                        below,
                        above,
                        "between them nothing is concluded",
                        space,
                        number,
                        option,
                        chosen);
            }
        }
        overlaps(rules, space, chosen, at, number, holds);
    }

    private static boolean none(boolean[][] holds, int option) {
        for (boolean[] rule : holds) {
            if (rule[option]) {
                return false;
            }
        }
        return true;
    }

    /** The rule that holds nearest on one side, if one does. */
    private static @Nullable Rule nearest(List<Rule> rules, boolean[][] holds, int from, int step) {
        for (int option = from + step; option >= 0 && option < holds[0].length; option += step) {
            for (int i = 0; i < holds.length; i++) {
                if (holds[i][option]) {
                    return rules.get(i);
                }
            }
        }
        return null;
    }

    /** Two rules take turns along a number, and both hold in between. */
    private void overlaps(
            List<Rule> rules, Space space, int[] chosen, int at, Space.Numbered number, boolean[][] holds) {
        for (int a = 0; a < rules.size(); a++) {
            for (int b = 0; b < rules.size(); b++) {
                boolean turns = a != b
                        && !String.valueOf(rules.get(a).conclusion().code())
                                .equals(rules.get(b).conclusion().code());
                for (int option = 1; turns && option + 1 < number.size(); option++) {
                    if (holds[a][option]
                            && holds[b][option]
                            && holds[a][0]
                            && !holds[b][0]
                            && holds[b][number.size() - 1]
                            && !holds[a][number.size() - 1]) {
                        chosen[at] = option;
                        String message = "both conclude, and only their order decides";
                        tell(Warning.Kind.OVERLAP, rules.get(a), rules.get(b), message, space, number, option, chosen);
                    }
                }
            }
        }
    }

    private void tell(
            Warning.Kind kind,
            Rule a,
            Rule b,
            String message,
            Space space,
            Space.Numbered number,
            int option,
            int[] chosen) {
        if (told.add(kind + a.id() + " " + b.id() + " " + number.name())) {
            Map<String, String> values = Map.of("the " + number.label(), number.text(option));
            found.accept(Warnings.about(kind, List.of(a, b), message, space, chosen, values));
        }
    }
}
