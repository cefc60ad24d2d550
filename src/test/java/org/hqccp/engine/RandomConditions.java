package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hqccp.engine.Surroundings.Name;
import org.hqccp.facts.FactType;

/** Writes random conditions, as staff could write them: well typed, and of every form the grammar knows. */
final class RandomConditions {
    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");
    private final Dice dice;
    private final RandomValues values;

    RandomConditions(Dice dice) {
        this.dice = dice;
        this.values = new RandomValues(dice, this);
    }

    RandomValues values() {
        return values;
    }

    /** Before a fixed value that is yet to be spelled. */
    static final char MARK = '\u27e6';

    /** How fixed values are written. */
    interface Spelling {
        String of(FactType type, String value);
    }

    /** As staff write them. */
    static final Spelling STAFF = (type, value) -> type.isNumber() || type == FactType.YES_NO ? value : quoted(value);

    private Spelling spelling = STAFF;

    /** From here on fixed values are written in another way. */
    void spell(Spelling other) {
        spelling = other;
    }

    String fixed(FactType type, String value) {
        return spelling.of(type, value);
    }

    /** A code; one that has an order is told apart as a place among ordered codes, which no fact has as its type. */
    private String code(Name name, String code) {
        return fixed(name.ordered() ? FactType.ONE_OF : FactType.TEXT, code);
    }

    /** A condition of at most so many characters, so that it fits on a line. */
    String condition(Surroundings where, int depth, int longest) {
        for (int tries = 0; tries < 50; tries++) {
            String text = or(where, tries > 20 ? 0 : depth);
            if (text.length() <= longest) {
                return text;
            }
        }
        throw new AssertionError("no condition is short enough");
    }

    String or(Surroundings where, int depth) {
        return joined(where, depth, 20, " || ");
    }

    private String and(Surroundings where, int depth) {
        return joined(where, depth, 35, " && ");
    }

    private String joined(Surroundings where, int depth, int percent, String operator) {
        boolean or = operator.equals(" || ");
        int parts = depth > 0 && dice.chance(percent) ? dice.between(2, 3) : 1;
        List<String> written = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int deeper = parts == 1 ? depth : depth - 1;
            written.add(or ? and(where, deeper) : single(where, deeper));
        }
        return String.join(operator, written);
    }

    private String single(Surroundings where, int depth) {
        if (depth > 0 && dice.chance(15)) {
            return "!( " + or(where, depth - 1) + " )";
        }
        if (depth > 0 && dice.chance(20)) {
            return "( " + or(where, depth - 1) + " )";
        }
        return comparison(where, depth);
    }

    private String comparison(Surroundings where, int depth) {
        for (int tries = 0; tries < 100; tries++) {
            String text = switch (dice.below(13)) {
                case 12 -> times(where);
                case 0, 1, 2 -> numbers(where, depth);
                case 3 -> dates(where, depth);
                case 4 -> monthDays(where);
                case 5 -> codes(where);
                case 6 -> ordered(where);
                case 7 -> texts(where, depth);
                case 8 -> yesNo(where, depth);
                case 9 -> set(where);
                case 10 -> in(where, depth);
                default -> choice(where, depth);
            };
            if (text != null) {
                return text;
            }
        }
        throw new AssertionError("nothing can be named here");
    }

    private String numbers(Surroundings where, int depth) {
        String left = values.number(where, depth, false);
        String right = dice.chance(50) ? values.numberConstant() : values.number(where, depth, false);
        return left == null || right == null ? null : compared(left, dice.pick(ORDERS), right);
    }

    /** The two sides as they are, or exchanged. */
    private String compared(String left, String operator, String right) {
        // Beside an equality of a join, Drools passes over a fixed value that stands before a fact of another pattern.
        boolean passedOver = values.isBare() && left.startsWith("$") && right.charAt(0) == MARK;
        if (dice.chance(80) || passedOver) {
            return left + " " + operator + " " + right;
        }
        return right + " " + operator + " " + left;
    }

    private String dates(Surroundings where, int depth) {
        String left = values.date(where, depth);
        String right = dice.chance(50) ? values.dateConstant() : values.date(where, depth);
        return left == null ? null : compared(left, dice.pick(ORDERS), right);
    }

    private String monthDays(Surroundings where) {
        String left = values.monthDay(where);
        String right =
                dice.chance(50) ? fixed(FactType.MONTH_DAY, dice.pick(Pools.MONTH_DAYS)) : values.monthDay(where);
        return left == null ? null : compared(left, dice.pick(ORDERS), right);
    }

    private String times(Surroundings where) {
        String left = values.time(where);
        String right = dice.chance(50) ? fixed(FactType.TIME, dice.pick(Pools.TIMES)) : values.time(where);
        return left == null ? null : compared(left, dice.pick(ORDERS), right);
    }

    private String codes(Surroundings where) {
        List<Name> names = where.names(n -> n.type() == FactType.ONE_OF);
        if (names.isEmpty()) {
            return null;
        }
        Name left = dice.pick(names);
        List<Name> alike =
                where.names(n -> n.type() == FactType.ONE_OF && n.codes().equals(left.codes()));
        String right = dice.chance(70)
                ? code(left, dice.pick(left.codes()))
                : dice.pick(alike).text();
        return compared(left.text(), dice.pick("==", "!="), right);
    }

    private String ordered(Surroundings where) {
        List<Name> names = where.names(Name::ordered);
        if (names.isEmpty()) {
            return null;
        }
        Name left = dice.pick(names);
        // A parameter of unit code has no type ONE_OF; it takes its order from what it is compared with.
        List<Name> right =
                where.names(n -> n.codes().equals(left.codes()) && (n.ordered() || n.type() == FactType.TEXT));
        return compared(
                left.text(),
                dice.pick(ORDERS),
                dice.chance(50)
                        ? code(left, dice.pick(left.codes()))
                        : dice.pick(right).text());
    }

    private String texts(Surroundings where, int depth) {
        String left = values.text(where, depth);
        String right = dice.chance(60) ? fixed(FactType.TEXT, dice.pick(Pools.TEXTS)) : values.text(where, depth);
        return left == null ? null : compared(left, dice.pick("==", "!="), right);
    }

    private String yesNo(Surroundings where, int depth) {
        List<Name> names = where.names(FactType.YES_NO);
        if (names.isEmpty()) {
            return null;
        }
        String left = dice.pick(names).text();
        String right = dice.chance(70)
                ? dice.pick("true", "false")
                : dice.chance(50) || depth == 0 || values.isBare()
                        ? dice.pick(names).text()
                        : "( " + comparison(where, depth - 1) + " )";
        return left + " " + dice.pick("==", "!=") + " " + right;
    }

    private String set(Surroundings where) {
        List<Name> sets = where.names(FactType.SET_OF, FactType.SET_OF_NUMBERS, FactType.SET_OF_TEXTS);
        if (sets.isEmpty()) {
            return null;
        }
        Name set = dice.pick(sets);
        List<Name> members = switch (set.type()) {
            case SET_OF -> where.names(n -> n.codes().equals(set.codes()) && n.type() == FactType.ONE_OF);
            case SET_OF_NUMBERS -> where.names(FactType.WHOLE_NUMBER);
            // A place among ordered codes is no text.
            default ->
                where.names(n -> n.type() == FactType.TEXT
                        || (n.type() == FactType.ONE_OF && !(values.isBare() && n.ordered())));
        };
        String constant = switch (set.type()) {
            case SET_OF -> fixed(FactType.TEXT, dice.pick(set.codes()));
            case SET_OF_NUMBERS -> fixed(FactType.WHOLE_NUMBER, dice.pick("1", "2", "5", "7", "10", "12"));
            default -> fixed(FactType.TEXT, dice.pick(Pools.TEXTS));
        };
        boolean fixed = members.isEmpty() || dice.chance(50);
        String member = fixed ? constant : dice.pick(members).text();
        return switch (dice.below(4)) {
            case 0 -> set.text() + " contains " + member;
            case 1 -> set.text() + " excludes " + member;
            case 2 -> set.text() + " not contains " + member;
            default -> member + (dice.chance(50) ? " memberOf " : " not memberOf ") + set.text();
        };
    }

    private String in(Surroundings where, int depth) {
        FactType type = dice.pick(List.of(
                FactType.WHOLE_NUMBER,
                FactType.NUMBER,
                FactType.DATE,
                FactType.MONTH,
                FactType.MONTH_DAY,
                FactType.TIME,
                FactType.TEXT,
                FactType.YES_NO,
                FactType.ONE_OF));
        List<Name> names = where.names(name ->
                name.type() == type && (type == FactType.ONE_OF || name.codes().isEmpty()));
        if (names.isEmpty()) {
            return null;
        }
        Name name = dice.pick(names);
        List<String> among = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            among.add(
                    switch (type) {
                        case WHOLE_NUMBER -> fixed(type, dice.pick(Pools.WHOLES));
                        case NUMBER -> fixed(type, dice.pick(dice.chance(50) ? Pools.WHOLES : Pools.DECIMALS));
                        case DATE -> fixed(type, dice.pick(Pools.DATES));
                        case MONTH -> fixed(type, dice.pick(Pools.DATES).substring(0, 8) + "01");
                        case MONTH_DAY -> fixed(type, dice.pick(Pools.MONTH_DAYS));
                        case TIME -> fixed(type, dice.pick(Pools.TIMES));
                        case TEXT -> fixed(type, dice.pick(Pools.TEXTS));
                        case YES_NO -> dice.pick("true", "false");
                        default -> code(name, dice.pick(name.codes()));
                    });
        }
        String worked = dice.chance(30) ? worked(where, type, depth) : null;
        return (worked == null ? name.text() : worked)
                + (dice.chance(60) ? " in " : " not in ")
                + among.stream().collect(Collectors.joining(", ", "( ", " )"));
    }

    private String worked(Surroundings where, FactType type, int depth) {
        return switch (type) {
            case NUMBER -> values.number(where, depth, false);
            case DATE -> values.date(where, depth);
            case MONTH_DAY -> values.monthDay(where);
            case TIME -> values.time(where);
            case TEXT -> values.text(where, depth);
            default -> null;
        };
    }

    private String choice(Surroundings where, int depth) {
        List<Name> flags = where.names(FactType.YES_NO);
        if (!where.functions() || depth == 0 || flags.isEmpty()) {
            return null;
        }
        return "if( " + or(where, depth - 1) + ", " + dice.pick(flags).text() + ", "
                + dice.pick(
                        "true",
                        "unknown( \"not decided yet\" )",
                        dice.pick(flags).text()) + " )";
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}
