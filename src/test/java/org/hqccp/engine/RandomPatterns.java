package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.rulelanguage.Parameter;

/** Writes the patterns of a random rule: parameters, single things, the subject, lists that exist or do not. */
final class RandomPatterns {
    private final Dice dice;
    private final Catalog catalog;
    private final RandomConditions conditions;
    private final int longest;
    private final int depth;
    private final List<String> lines = new ArrayList<>();
    private final Surroundings bound = new Surroundings();

    RandomPatterns(Dice dice, Catalog catalog, RandomConditions conditions, int longest, int depth) {
        this.dice = dice;
        this.catalog = catalog;
        this.conditions = conditions;
        this.longest = longest;
        this.depth = depth;
    }

    /**
     * The lines of a condition.
     *
     * @param subject {@code trip}, {@code standing} (a trip with what was found about it) or {@code group}
     * @param decides what the rule decides, which it may not read; nothing for most rules
     */
    List<String> when(String subject, boolean rollUp, String decides) {
        for (int i = dice.below(3); i > 0; i--) {
            Parameter parameter = dice.pick(catalog.parameters());
            lines.add("$p%d : Parameter( name == \"%s\" )".formatted(i, parameter.name()));
            Catalog.parameter(bound, "$p" + i + ".value", parameter);
        }
        if (dice.chance(50)) {
            single("$student : Student", "student");
            bound.add("$student.", catalog.of("student"));
        }
        if (dice.chance(30)) {
            single("$school : School", "school");
            bound.add("$school.", catalog.of("school"));
        }
        String variable = subject.equals("group") ? "$group" : "$trip";
        Surroundings own = around(subject);
        if (subject.equals("standing")) {
            own.add("", catalog.of("trip"));
        }
        own = own.without(decides);
        pattern(variable + (subject.equals("group") ? " : Group" : " : Trip"), List.of(), own, dice.chance(80));
        bound.add(
                variable + ".",
                new Surroundings().add("", catalog.of(subject)).without(decides).names(n -> true));
        for (int i = dice.below(rollUp ? 3 : 2); i > 0; i--) {
            listed(subject, rollUp);
        }
        return lines;
    }

    private Surroundings around(String entity) {
        Surroundings where = new Surroundings().add("", catalog.of(entity));
        return where.add("", bound.names(name -> true));
    }

    private void single(String head, String entity) {
        pattern(head, List.of(), around(entity), dice.chance(60));
    }

    private void listed(String subject, boolean rollUp) {
        String list = subject.equals("group")
                ? "finding"
                : rollUp && dice.chance(80)
                        ? dice.pick("finding", "group")
                        : dice.pick("helper", "helper", "stop", "trip", "bus");
        String type = Character.toUpperCase(list.charAt(0)) + list.substring(1);
        List<String> join = switch (list) {
            case "helper", "stop" -> List.of("trip == $trip");
            case "finding", "group" -> subject.equals("group") ? List.of() : List.of("trip == $trip");
            default -> List.of();
        };
        pattern(dice.pick("exists ", "not ") + type, join, around(list), dice.chance(85));
    }

    private void pattern(String head, List<String> first, Surroundings where, boolean more) {
        List<String> constraints = new ArrayList<>(first);
        for (int i = more ? dice.between(1, 2) : 0; i > 0; i--) {
            constraints.add(conditions.condition(where, depth, longest));
        }
        lines.add(head + "( " + String.join(",\n    ", constraints) + " )");
    }
}
