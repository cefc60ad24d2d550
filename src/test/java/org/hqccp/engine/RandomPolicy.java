package org.hqccp.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hqccp.engine.Surroundings.Name;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Trips;

/** A random rule set: the policy about school trips with derived facts, rules and roll-ups that nobody thought of. */
final class RandomPolicy {
    private static final int DERIVED = 10;
    private static final int RULES = 12;
    private static final int ROLL_UPS = 6;
    private static final int DEPTH = 3;
    private static final int LONGEST = 170;

    /** One derived fact of a trip for each form of expression that chance may leave out of a short run. */
    private static final Map<String, FactType> EVERY_FORM = Map.ofEntries(
            Map.entry("sum( helpers, hours )", FactType.WHOLE_NUMBER),
            Map.entry("min( helpers, hours )", FactType.WHOLE_NUMBER),
            Map.entry("max( helpers, hours )", FactType.WHOLE_NUMBER),
            Map.entry("min( helpers, since )", FactType.DATE),
            Map.entry("max( stops, day )", FactType.DATE),
            Map.entry("count( helpers, trained == true )", FactType.WHOLE_NUMBER),
            Map.entry("count( needs )", FactType.WHOLE_NUMBER),
            Map.entry("cost / seats", FactType.NUMBER),
            Map.entry("returns - leaves", FactType.WHOLE_NUMBER),
            Map.entry("leaves + riders", FactType.DATE),
            Map.entry("age( student.dateOfBirth, leaves )", FactType.WHOLE_NUMBER),
            Map.entry("schoolYear( leaves )", FactType.WHOLE_NUMBER),
            Map.entry("year( returns )", FactType.WHOLE_NUMBER),
            Map.entry("monthDay( leaves )", FactType.MONTH_DAY),
            Map.entry("dateIn( year( leaves ), opensOn )", FactType.DATE),
            Map.entry("homeAt - meetsAt", FactType.WHOLE_NUMBER),
            Map.entry("meetsAt + riders", FactType.TIME),
            Map.entry("roundDown( cost, 5 )", FactType.NUMBER),
            Map.entry("if( guided == true, title, place )", FactType.TEXT),
            Map.entry("if( open == true, seats, riders )", FactType.WHOLE_NUMBER),
            Map.entry("if( open == true, riders, unknown( \"to be told\" ) )", FactType.WHOLE_NUMBER),
            Map.entry("if( open == true, guided, unknown( \"not decided yet\" ) )", FactType.YES_NO));

    private final Dice dice;
    private final Catalog catalog;
    private final RandomConditions conditions;
    private final boolean growing;
    private final Map<String, StringBuilder> facts = new LinkedHashMap<>();

    private RandomPolicy(long seed, boolean growing) {
        this.dice = new Dice(seed);
        this.growing = growing;
        this.catalog = new Catalog(true, !growing);
        this.conditions = new RandomConditions(dice);
    }

    /**
     * The files of a random rule set.
     *
     * @param growing whether a case that becomes better known may only become better decided: then roll-ups read no words that change,
     *     nothing concludes while it is unknown, and only the decision date picks rules
     */
    static SortedMap<String, String> files(long seed, boolean growing) {
        return new RandomPolicy(seed, growing).files();
    }

    private SortedMap<String, String> files() {
        SortedMap<String, String> files = Trips.files();
        int form = 0;
        for (String is : new TreeSet<>(EVERY_FORM.keySet())) {
            declare("e" + form++, "trip", EVERY_FORM.get(is), is, false);
        }
        for (int i = 0; i < DERIVED; i++) {
            derived("d" + i, dice.pick("trip", "trip", "trip", "helper", "stop", "bus", "student", "school"));
        }
        facts.forEach((entity, text) ->
                files.put("facts/" + entity + "-derived.yaml", "entity: " + entity + "\nfacts:\n" + text));
        facts.clear();
        derived("g0", "group");
        derived("g1", "group");
        derived("s0", "standing");
        derived("s1", "standing");
        catalog.addWhatIsDecided();
        files.computeIfPresent(
                "trip-permit/decision.yaml",
                (name, text) -> text.replace("  trip:\n", facts.get("group") + "  trip:\n" + facts.get("standing")));
        for (int i = 0; i < RULES; i++) {
            String id = String.format("FX-%02d", i);
            files.put(Trips.DECISION + "/" + dice.pick("safety", "money") + "/" + id + "-random.drl", criterion(id));
        }
        for (int i = 0; i < ROLL_UPS; i++) {
            String id = String.format("FR-%02d", i);
            files.put(Trips.DECISION + "/roll-up/" + id + "-random.drl", rollUp(id));
        }
        return files;
    }

    /** Declares a derived fact; from here on it can be named. */
    private void derived(String name, String entity) {
        boolean found = entity.equals("group") || entity.equals("standing");
        Surroundings where = found ? catalog.found(entity) : catalog.dictionary(entity);
        FactType type = dice.pick(List.of(
                FactType.WHOLE_NUMBER,
                FactType.WHOLE_NUMBER,
                FactType.NUMBER,
                FactType.NUMBER,
                FactType.YES_NO,
                FactType.YES_NO,
                FactType.DATE,
                FactType.TEXT,
                FactType.MONTH_DAY,
                FactType.TIME,
                FactType.ONE_OF));
        String is = null;
        while (is == null || is.length() > 600) {
            is = expression(where, type);
            if (is == null) {
                type = FactType.YES_NO;
            }
        }
        declare(name, entity, type, is, found);
    }

    private void declare(String name, String entity, FactType type, String is, boolean found) {
        boolean codes = type == FactType.ONE_OF;
        facts.computeIfAbsent(entity, e -> new StringBuilder())
                .append("%s%s: {label: made up for a test, type: %s%s, is: '%s'}\n"
                        .formatted(
                                found ? "    " : "  ",
                                name,
                                type.word(),
                                codes ? ", ordered: true, values: {EASY: easy, MIDDLE: middle, HARD: hard}" : "",
                                is.replace("'", "''")));
        catalog.add(entity, new Name(name, type, codes ? List.of("EASY", "MIDDLE", "HARD") : List.of(), codes));
    }

    private String expression(Surroundings where, FactType type) {
        RandomValues values = conditions.values();
        return switch (type) {
            case WHOLE_NUMBER -> values.number(where, DEPTH, true);
            case NUMBER -> values.number(where, DEPTH, false);
            case DATE -> values.date(where, DEPTH);
            case TEXT -> values.text(where, DEPTH);
            case MONTH_DAY -> values.monthDay(where);
            case TIME -> values.time(where);
            case ONE_OF ->
                "if( " + conditions.or(where, DEPTH - 1) + ", \"EASY\", "
                        + dice.pick(
                                "\"HARD\"",
                                "if( " + conditions.or(where, 1) + ", \"MIDDLE\", \"HARD\" )",
                                "unknown( \"not set yet\" )")
                        + " )";
            default -> conditions.or(where, DEPTH);
        };
    }

    private String criterion(String id) {
        List<String> annotations = annotations();
        if (dice.chance(40)) {
            annotations.add("@appliesTo( " + conditions.condition(catalog.dictionary("trip"), 2, 150) + " )");
        }
        String conclusion = "met( $trip )";
        int kind = dice.below(10);
        if (kind < 5) {
            if (dice.chance(50)) {
                annotations.add("@developing( "
                        + (dice.chance(30) ? "ALWAYS" : conditions.condition(catalog.dictionary("trip"), 2, 150))
                        + " )");
            }
        } else if (kind < 6) {
            annotations.add("@kind( gate )");
            annotations.add("@ifNotMet( \"STAY\" )");
        } else if (kind < 7) {
            annotations.add("@kind( weight )");
            ifUnknown(annotations);
        } else if (kind < 8) {
            conclusion = "report( $trip, \"" + dice.pick("seats", "cost", "helperCount") + "\" )";
        } else {
            conclusion = dice.pick(
                    "action( $trip, \"TALK\" )",
                    "alert( $trip, \"BUS_CHECK\" )",
                    "note( $trip, \"BRING_LUNCH\" )",
                    "flag( $trip, \"T-01\" )",
                    "strength( $trip, \"WALKER\" )");
            ifUnknown(annotations);
        }
        return Trips.rule(id, String.join("\n", annotations), conclusion, when("trip", false, "nothing"));
    }

    private void ifUnknown(List<String> annotations) {
        if (!growing && dice.chance(50)) {
            annotations.add("@ifUnknown( \"" + dice.pick("concludes", "waits") + "\" )");
        }
    }

    private List<String> annotations() {
        List<String> annotations = new ArrayList<>();
        if (dice.chance(25)) {
            annotations.add("@from( \"" + dice.pick("2016-12-31", "2020-02-29", "2023-01-01") + "\" )");
        }
        if (dice.chance(25)) {
            annotations.add("@to( \"" + dice.pick("2024-12-31", "2026-03-02", "2027-01-01") + "\" )");
        }
        if (!growing && dice.chance(30)) {
            annotations.add(
                    "@clock( \"" + dice.pick("entry-term", "application-cycle", "school-year", "cohort") + "\" )");
        }
        return annotations;
    }

    private String rollUp(String id) {
        String conclusion = dice.pick(
                "status( $group, \"NOT_MET\" )",
                "status( $group, \"MET\" )",
                "outcome( $trip, \"STAY\" )",
                "outcome( $trip, \"GO\" )",
                "rank( $trip, \"NEAR\" )",
                "rank( $trip, \"FAR\" )",
                "action( $trip, \"TALK\" )");
        boolean group = conclusion.contains("$group");
        String decides = group ? "status" : conclusion.startsWith("outcome") ? "outcome" : "nothing";
        return Trips.rule(id, "", conclusion, when(group ? "group" : "standing", true, decides));
    }

    /** The lines of a condition: parameters, single things, the subject, lists. */
    private String[] when(String subject, boolean rollUp, String decides) {
        return new RandomPatterns(dice, catalog, conditions, LONGEST, DEPTH)
                .when(subject, rollUp, decides)
                .toArray(String[]::new);
    }
}
