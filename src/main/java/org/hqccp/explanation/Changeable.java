package org.hqccp.explanation;

import java.util.Locale;
import java.util.Set;
import org.hqccp.facts.Changer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.jspecify.annotations.Nullable;

/** Which facts a proposed change may touch. */
final class Changeable {
    /** Units that count people. A school cannot change how many there are, and a wrong hint here could push students out. */
    private static final Set<String> PEOPLE = Set.of(
            "students",
            "applicants",
            "seniors",
            "graduates",
            "learners",
            "participants",
            "people",
            "persons",
            "children",
            "families",
            "members",
            "guests",
            "staff",
            "teachers");

    private final Changer who;

    /** @param who who is spoken to: the student in decisions about a student, else the school */
    Changeable(Changer who) {
        this.who = who;
    }

    /** Why a fact is left alone; none if it may be changed. */
    @Nullable
    NoChange why(Fact fact) {
        NoChange never = never(fact);
        if (never != null) {
            return never;
        }
        return fact.changer() == Changer.NOBODY
                ? NoChange.NOBODY
                : fact.changer() == who ? null : who == Changer.STUDENT ? NoChange.SCHOOL_ONLY : NoChange.STUDENT_ONLY;
    }

    /** Why neither a change nor a new item may ever state a fact; none if one may. */
    static @Nullable NoChange never(Fact fact) {
        if (fact.type().isOfTime()) {
            return NoChange.TIME;
        }
        if (fact.factClass() != FactClass.GREEN || fact.neverStore()) {
            return NoChange.PRIVATE;
        }
        return countsPeople(fact) ? NoChange.PEOPLE : null;
    }

    private static boolean countsPeople(Fact fact) {
        String unit = fact.unit();
        return unit != null
                && fact.type().isNumber()
                && Set.of(unit.toLowerCase(Locale.ROOT).split("[^a-z]+")).stream()
                        .anyMatch(PEOPLE::contains);
    }

    /**
     * Whether an item may be added to a list: it stands inside a subject, and whoever is spoken to can shape its items. What an item is
     * (a partner's role) nobody can change once it is there, but a new one may be of that kind.
     */
    boolean mayGrow(EntityType list) {
        EntityType holder = list.parent();
        return holder != null
                && holder.parent() != null
                && list.facts().stream().anyMatch(f -> !f.derived() && why(f) == null);
    }
}
