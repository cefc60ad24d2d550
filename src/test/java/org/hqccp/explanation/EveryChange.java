package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Expr;

/** All changes of a club there are, counted out without any cleverness; knows nothing of how the search works. */
final class EveryChange {
    private static final List<List<Object>> NEW_LESSONS = lessons();
    private static final int MOST_NEW = 3;

    private final DecisionProgram program;
    private final Expr test;
    private final Entity root;
    private final List<List<One>> places = new ArrayList<>();

    /** What may happen at one place: a fact gets another value, or a lesson is added. */
    private record One(int lesson, String fact, Object to, int move) {}

    EveryChange(DecisionProgram program, Expr test, Entity root) {
        this.program = program;
        this.test = test;
        this.root = root;
        Entity club = club(root);
        values(club, -1, "open", List.of(true, false));
        values(club, -1, "loud", List.of(true, false));
        values(club, -1, "rooms", List.of(0L, 1L, 2L, 3L, 4L, 5L));
        values(club, -1, "level", List.of("LOW", "MID", "HIGH"));
        values(club, -1, "style", List.of("A", "B", "C"));
        List<Object> sets = new ArrayList<>();
        for (int bits = 0; bits < 8; bits++) {
            Set<String> set = new TreeSet<>();
            for (int i = 0; i < 3; i++) {
                if ((bits >> i & 1) == 1) {
                    set.add(List.of("SAW", "DRILL", "GLUE").get(i));
                }
            }
            sets.add(set);
        }
        values(club, -1, "tools", sets);
        List<Entity> lessons = lessons(club);
        for (int i = 0; i < lessons.size(); i++) {
            values(lessons.get(i), i, "ready", List.of(true, false));
        }
        List<One> added = new ArrayList<>();
        for (List<Object> lesson : NEW_LESSONS) {
            long says = lesson.stream().filter(v -> !v.equals("")).count();
            added.add(new One(-1, "", lesson, (int) Math.max(1, says)));
        }
        for (int i = 0; i < MOST_NEW; i++) {
            places.add(added);
        }
    }

    private static List<List<Object>> lessons() {
        List<List<Object>> lessons = new ArrayList<>();
        for (Object kind : List.of("", "ART", "CODE")) {
            for (Object ready : List.of("", true, false)) {
                lessons.add(List.of(kind, ready));
            }
        }
        return lessons;
    }

    private void values(Entity entity, int lesson, String fact, List<Object> all) {
        Object now = entity.get(fact);
        List<One> place = new ArrayList<>();
        for (Object to : all) {
            if (!to.equals(now)) {
                place.add(new One(lesson, fact, to, move(fact, now, to)));
            }
        }
        places.add(place);
    }

    static int move(String fact, Object from, Object to) {
        return switch (fact) {
            case "rooms" -> (int) Math.abs((Long) to - (Long) from);
            case "style" -> 3;
            case "level" -> Math.abs("LMH".indexOf(((String) to).charAt(0)) - "LMH".indexOf(((String) from).charAt(0)));
            default -> 1;
        };
    }

    /** The least move of a change at exactly so many places that makes the rule hold; -1 if there is none. */
    int leastMove(int howMany) {
        return least(0, howMany, new ArrayList<>(), 0);
    }

    private int least(int from, int left, List<One> chosen, int move) {
        if (left == 0) {
            return works(chosen) ? move : -1;
        }
        int best = -1;
        for (int place = from; place < places.size(); place++) {
            for (One one : places.get(place)) {
                chosen.add(one);
                int found = least(place + 1, left - 1, chosen, move + one.move);
                chosen.remove(chosen.size() - 1);
                best = found < 0 ? best : best < 0 ? found : Math.min(best, found);
            }
        }
        return best;
    }

    private boolean works(List<One> chosen) {
        Entity copy = root.copy();
        Entity club = club(copy);
        for (One one : chosen) {
            if (one.to instanceof List<?> lesson) {
                add(club, lesson);
            } else {
                set(one.lesson < 0 ? club : lessons(club).get(one.lesson), one.fact, one.to);
            }
        }
        return program.holds(test, club, null) == Truth.TRUE;
    }

    private static void add(Entity club, List<?> lesson) {
        List<Entity> lessons = new ArrayList<>(lessons(club));
        Entity added = new Entity(type(club), club, lessons.size());
        if (!lesson.get(0).equals("")) {
            set(added, "kind", lesson.get(0));
        }
        if (!lesson.get(1).equals("")) {
            set(added, "ready", lesson.get(1));
        }
        lessons.add(added);
        club.setElements(type(club), lessons);
    }

    private static void set(Entity entity, String name, Object to) {
        Fact fact = entity.type().fact(name);
        if (fact == null) {
            throw new AssertionError(name);
        }
        entity.set(fact.slot(), to);
    }

    private static EntityType type(Entity club) {
        EntityType type = club.type().child("lessons");
        if (type == null) {
            throw new AssertionError("no lessons");
        }
        return type;
    }

    private static List<Entity> lessons(Entity club) {
        List<Entity> lessons = club.elements(type(club));
        return lessons == null ? List.of() : lessons;
    }

    private static Entity club(Entity root) {
        EntityType clubs = root.type().child("clubs");
        List<Entity> all = clubs == null ? null : root.elements(clubs);
        if (all == null) {
            throw new AssertionError("no clubs");
        }
        return all.get(0);
    }
}
