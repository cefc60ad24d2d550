package org.hqccp.engine;

import static org.hqccp.engine.RandomConditions.quoted;

import java.util.List;
import org.hqccp.engine.Surroundings.Name;
import org.hqccp.facts.FactType;

/** Writes random values: numbers with arithmetic, dates, days in the year, texts, and functions where they may stand. */
final class RandomValues {
    private final Dice dice;
    private final RandomConditions conditions;
    private boolean bare;

    RandomValues(Dice dice, RandomConditions conditions) {
        this.dice = dice;
        this.conditions = conditions;
    }

    /** From here on nothing that plain Drools reads otherwise: no arithmetic, no comparison inside another. */
    void onlyWhatDroolsReads() {
        bare = true;
    }

    boolean isBare() {
        return bare;
    }

    String numberConstant() {
        return conditions.fixed(FactType.NUMBER, dice.pick(dice.chance(60) ? Pools.WHOLES : Pools.DECIMALS));
    }

    /** A number that is no constant; none if no number can be named here. */
    String number(Surroundings where, int depth, boolean whole) {
        String first = product(where, depth, whole, true);
        if (first == null || bare || !dice.chance(25) || depth == 0) {
            return first;
        }
        String second = product(where, depth - 1, whole, false);
        return second == null ? first : first + dice.pick(" + ", " - ") + second;
    }

    private String product(Surroundings where, int depth, boolean whole, boolean named) {
        String first = atom(where, depth, whole, named);
        if (first == null || bare || !dice.chance(25) || depth == 0) {
            return first;
        }
        String second = atom(where, depth - 1, whole, false);
        return second == null ? first : first + (whole || dice.chance(50) ? " * " : " / ") + second;
    }

    private String atom(Surroundings where, int depth, boolean whole, boolean named) {
        if (!named && dice.chance(30)) {
            return whole ? conditions.fixed(FactType.WHOLE_NUMBER, dice.pick(Pools.WHOLES)) : numberConstant();
        }
        if (!bare && depth > 0 && dice.chance(15)) {
            String inner = number(where, depth - 1, whole);
            // Drools reads "( seats ) * 2" as a cast: only what is worked out stands in parentheses.
            return inner == null || !inner.contains(" ") ? inner : "( " + inner + " )";
        }
        if (!bare && dice.chance(8) && !where.names(FactType.DATE).isEmpty()) {
            return "( " + date(where, 0) + " - " + date(where, 0) + " )";
        }
        if (!bare && dice.chance(8) && !where.names(FactType.TIME).isEmpty()) {
            return "( " + time(where) + " - " + time(where) + " )";
        }
        if (where.functions() && depth > 0 && dice.chance(40)) {
            String called = called(where, depth - 1, whole);
            if (called != null) {
                return called;
            }
        }
        List<Name> names =
                whole ? where.names(FactType.WHOLE_NUMBER) : where.names(FactType.WHOLE_NUMBER, FactType.NUMBER);
        return names.isEmpty() ? null : dice.pick(names).text();
    }

    private String called(Surroundings where, int depth, boolean whole) {
        return switch (dice.below(9)) {
            case 0, 1 -> count(where, depth);
            case 2, 3 -> folded(where, depth, dice.pick("sum", "min", "max"), whole);
            case 4 -> size(where);
            case 5 -> choice(where, depth, whole);
            case 6 -> rounded(where, whole);
            case 7 -> dated(where, dice.pick("year( D )", "schoolYear( D )"));
            default -> dated(where, dice.pick("age( D, \"2026-03-02\" )", "age( D, D )"));
        };
    }

    private String rounded(Surroundings where, boolean whole) {
        String number = atom(where, 0, whole, false);
        String step = dice.pick("1", "3", "7", "0");
        return number == null ? null : "roundDown( " + number + ", " + step + " )";
    }

    private String size(Surroundings where) {
        List<Name> sets =
                where.names(n -> n.type().isSet() && !n.text().startsWith("parameter")); // only facts have a size
        return sets.isEmpty() ? null : "count( " + dice.pick(sets).text() + " )";
    }

    private String choice(Surroundings where, int depth, boolean whole) {
        String a = number(where, depth, whole);
        String b = dice.chance(20) ? "unknown( \"to be told\" )" : atom(where, 0, whole, false);
        return a == null || b == null ? null : "if( " + conditions.or(where, depth) + ", " + a + ", " + b + " )";
    }

    private String dated(Surroundings where, String form) {
        String date = date(where, 0);
        return date == null ? null : form.replaceFirst("D", date).replace("D )", date(where, 0) + " )");
    }

    private String count(Surroundings where, int depth) {
        if (where.lists().isEmpty()) {
            return null;
        }
        String list = dice.pick(where.lists());
        return "count( " + list + condition(where, list, depth, 70) + " )";
    }

    private String condition(Surroundings where, String list, int depth, int percent) {
        return dice.chance(percent) ? ", " + conditions.or(where.element(list), depth) : "";
    }

    private String folded(Surroundings where, int depth, String fold, boolean whole) {
        if (where.lists().isEmpty()) {
            return null;
        }
        String list = dice.pick(where.lists());
        String added = number(where.element(list), depth, whole);
        return added == null ? null : fold + "( " + list + ", " + added + condition(where, list, depth, 50) + " )";
    }

    String dateConstant() {
        return conditions.fixed(FactType.DATE, dice.pick(Pools.DATES));
    }

    /** A date that is no constant; none if no date can be named here. */
    String date(Surroundings where, int depth) {
        List<Name> names = where.names(FactType.DATE, FactType.MONTH);
        if (names.isEmpty()) {
            return null;
        }
        String name = dice.pick(names).text();
        if (!bare && depth > 0 && dice.chance(20)) {
            String days = atom(where, 0, true, false);
            return days == null ? name : name + dice.pick(" + ", " - ") + days;
        }
        if (!where.functions() || depth == 0 || dice.chance(60)) {
            return name;
        }
        return switch (dice.below(3)) {
            case 0 ->
                "if( " + conditions.or(where, depth - 1) + ", " + name + ", " + dice.pick(dateConstant(), name) + " )";
            case 1 -> {
                String day = monthDay(where);
                yield "dateIn( " + dice.pick("2024", "2025", "year( " + name + " )") + ", "
                        + (day == null || dice.chance(50) ? quoted(dice.pick(Pools.MONTH_DAYS)) : day) + " )";
            }
            default -> foldedDate(where, depth - 1, name);
        };
    }

    private String foldedDate(Surroundings where, int depth, String otherwise) {
        for (String list : where.lists()) {
            List<Name> dates = where.element(list).names(FactType.DATE);
            if (!dates.isEmpty() && dice.chance(70)) {
                return dice.pick("min( ", "max( ") + list + ", "
                        + dice.pick(dates).text() + condition(where, list, depth, 50) + " )";
            }
        }
        return otherwise;
    }

    /** A day in the year that is no constant; none if none can be named here. */
    String monthDay(Surroundings where) {
        List<Name> names = where.names(FactType.MONTH_DAY);
        if (where.functions() && dice.chance(40)) {
            String date = date(where, 0);
            return date == null ? null : "monthDay( " + date + " )";
        }
        return names.isEmpty() ? null : dice.pick(names).text();
    }

    /** A time of day that is no constant; none if none can be named here. */
    String time(Surroundings where) {
        List<Name> names = where.names(FactType.TIME);
        String name = names.isEmpty() ? null : dice.pick(names).text();
        String minutes = name == null || bare || dice.chance(70) ? null : atom(where, 0, true, false);
        return minutes == null ? name : name + dice.pick(" + ", " - ") + minutes;
    }

    /** A text that is no constant; none if no text can be named here. */
    String text(Surroundings where, int depth) {
        List<Name> names =
                where.names(n -> n.type() == FactType.TEXT && n.codes().isEmpty());
        if (names.isEmpty()) {
            return null;
        }
        String name = dice.pick(names).text();
        return where.functions() && depth > 0 && dice.chance(30)
                ? "if( " + conditions.or(where, depth - 1) + ", " + name + ", " + quoted(dice.pick(Pools.TEXTS)) + " )"
                : name;
    }
}
