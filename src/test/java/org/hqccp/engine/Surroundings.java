package org.hqccp.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hqccp.facts.FactType;

/** What a random condition can name where it stands. */
final class Surroundings {
    /**
     * A value that can be named.
     *
     * @param text how it is written
     * @param type its type
     * @param codes its codes, where it has any
     * @param ordered whether the codes have an order
     */
    record Name(String text, FactType type, List<String> codes, boolean ordered) {
        Name under(String prefix) {
            return new Name(prefix + text, type, codes, ordered);
        }
    }

    private final List<Name> names = new ArrayList<>();
    private final Map<String, Surroundings> lists = new LinkedHashMap<>();
    private boolean functions;

    /** Adds what can be named under a prefix such as {@code student.}; no prefix for the thing itself. */
    Surroundings add(String prefix, List<Name> added) {
        added.forEach(name -> names.add(name.under(prefix)));
        return this;
    }

    /** Functions and lists may be used, as in the dictionary and in annotations. */
    Surroundings withFunctions() {
        functions = true;
        return this;
    }

    /** Adds a list that can be counted, with what can be named for each of its elements. */
    Surroundings list(String text, Surroundings element) {
        lists.put(text, element);
        return this;
    }

    /** The same without one name. */
    Surroundings without(String name) {
        names.removeIf(each -> each.text().equals(name));
        return this;
    }

    boolean functions() {
        return functions;
    }

    List<String> lists() {
        return List.copyOf(lists.keySet());
    }

    Surroundings element(String list) {
        return lists.get(list);
    }

    List<Name> names(Predicate<Name> which) {
        return names.stream().filter(which).toList();
    }

    List<Name> names(FactType... types) {
        List<FactType> wanted = List.of(types);
        return names(name -> wanted.contains(name.type()));
    }
}
