package org.hqccp.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Tells of names that are no fact of the thing they stand in. A name that was sent can hold anything, a student's name too: so it is never
 * repeated, neither in a message nor in a pointer, unless it is a word of the dictionary itself.
 */
final class UnreadNames {
    /** No name of the dictionary is longer; what is longer is no slip of the finger. */
    private static final int LONGEST_SLIP = 64;

    private final FactsDictionary dictionary;
    private final CaseFaults faults;

    UnreadNames(FactsDictionary dictionary, CaseFaults faults) {
        this.dictionary = dictionary;
        this.faults = faults;
    }

    /**
     * Tells what is wrong with a name that stands in a thing of this type.
     *
     * @param position its place among the names of the object, from 1
     */
    void tell(EntityType type, String name, int position) {
        Fact derived = type.fact(name);
        String red = derived == null ? redName(name) : null;
        if (derived != null) {
            faults.place().at(derived.name());
            faults.add(ProblemCode.DERIVED_FACT, derived.label() + " is worked out from other facts", "leave it out");
        } else if (red != null) {
            if (red.equals(name)) {
                faults.place().at(red);
            }
            faults.add(
                    ProblemCode.RED_FACT,
                    "a fact here is never read in a decision about a student, and must not be sent: " + red,
                    "leave it out");
        } else {
            Fact elsewhere = elsewhere(name);
            String message = "name " + position + " of this object is no fact of " + type.label();
            String advice = elsewhere == null && !faults.isFull() ? suggestion(type, name) : null;
            if (elsewhere != null) {
                faults.place().at(elsewhere.name());
                advice = "it is a fact of " + elsewhere.entity() + ": send it there";
            }
            faults.add(ProblemCode.UNKNOWN_FIELD, message, advice);
        }
    }

    /** The RED fact that is meant, wherever it stands and however it is spelled. */
    private @Nullable String redName(String name) {
        String letters = letters(name);
        for (Map<String, String> names : dictionary.red().values()) {
            for (String red : names.keySet()) {
                if (letters.equals(letters(red))) {
                    return red;
                }
            }
        }
        return null;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }

    private @Nullable Fact elsewhere(String name) {
        for (EntityType other : dictionary.types()) {
            Fact fact = other.fact(name);
            if (fact != null && !fact.derived()) {
                return fact;
            }
        }
        return null;
    }

    private static @Nullable String suggestion(EntityType type, String name) {
        if (name.length() > LONGEST_SLIP) {
            return null;
        }
        List<String> known = new ArrayList<>();
        if (type.parent() == null) {
            known.add(CaseShape.CASE_ID);
        }
        type.facts().stream().filter(f -> !f.derived()).forEach(f -> known.add(f.name()));
        type.children().forEach(c -> known.add(c.jsonKey()));
        return Suggestion.didYouMean(name, known);
    }
}
