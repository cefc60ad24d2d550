package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * What the names in an expression mean where it stands.
 *
 * @param dictionary all facts
 * @param parameters all parameters by name
 * @param owner the subject, or the entity that declares a derived fact
 * @param element the element of the list under inspection, if any
 * @param variables what {@code $names} are bound to
 * @param paths whether {@code student.x}, {@code this.x} and functions may be used (dictionary and annotations, not rule patterns)
 */
record Scope(
        FactsDictionary dictionary,
        Map<String, Parameter> parameters,
        EntityType owner,
        @Nullable EntityType element,
        Map<String, Bound> variables,
        boolean paths) {

    /** What a {@code $name} stands for: an entity, or a parameter. */
    record Bound(
            Expr.@Nullable Path path,
            @Nullable EntityType type,
            @Nullable Parameter parameter) {}

    /** A list and what holds it. */
    record Held(Expr.Path holder, EntityType of) {}

    Scope within(EntityType listed) {
        return new Scope(dictionary, parameters, owner, listed, variables, paths);
    }

    /** A scope for expressions of the dictionary and of annotations. */
    static Scope of(FactsDictionary dictionary, Map<String, Parameter> parameters, EntityType owner) {
        return new Scope(dictionary, parameters, owner, null, Map.of(), true);
    }

    /** The value a dotted name stands for. */
    Expr value(List<String> parts, int offset) throws ExpressionException {
        if (parts.get(0).startsWith("$")) {
            return variable(parts, offset);
        }
        String factName = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return unprefixed(factName, offset);
        }
        Place place = place(parts.get(0), offset);
        if (parts.size() > 2) {
            throw new ExpressionException(
                    offset, "PATH", "'" + String.join(".", parts) + "' goes too deep", "declare a derived fact for it");
        }
        Expr found = factAt(place, factName);
        if (found == null) {
            throw unknownFact(place.type(), factName, offset);
        }
        return found;
    }

    /** The list a dotted name stands for; none if it names no list. */
    @Nullable
    Held list(List<String> parts, int offset) throws ExpressionException {
        String listName = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            for (Place place : unprefixedPlaces()) {
                EntityType child = place.type().child(listName);
                if (child != null && child.isList()) {
                    return new Held(place.path(), child);
                }
            }
            EntityType top = dictionary.root().child(listName);
            return top != null && top.isList() ? new Held(Expr.Path.CASE, top) : null;
        }
        if (!paths || parts.size() > 2 || parts.get(0).startsWith("$")) {
            return null;
        }
        Place place = place(parts.get(0), offset);
        for (Place at = place; at != null; at = at.base()) {
            EntityType child = at.type().child(listName);
            if (child != null && child.isList()) {
                return new Held(at.path(), child);
            }
        }
        return null;
    }

    /** The names of the lists that can be counted here. */
    List<String> lists() {
        List<EntityType> holders = new ArrayList<>(List.of(dictionary.root()));
        unprefixedPlaces().forEach(place -> holders.add(place.type()));
        return dictionary.types().stream()
                .filter(type -> type.isList() && holders.contains(type.parent()))
                .map(EntityType::jsonKey)
                .toList();
    }

    private record Place(Expr.Path path, EntityType type) {
        /** For what a decision found about a thing: the thing itself. */
        @Nullable
        Place base() {
            EntityType parent = type.parent();
            return type.isExtension() && parent != null
                    ? new Place(new Expr.Path(path.from(), path.up() + 1, path.single()), parent)
                    : null;
        }
    }

    private static @Nullable Expr factAt(Place place, String name) {
        for (Place at = place; at != null; at = at.base()) {
            Fact fact = at.type().fact(name);
            if (fact != null) {
                return new Expr.FactValue(at.path(), fact);
            }
        }
        return null;
    }

    private List<Place> unprefixedPlaces() {
        List<Place> places = new ArrayList<>();
        Place start = element != null ? new Place(Expr.Path.ELEMENT, element) : new Place(Expr.Path.OWNER, owner);
        for (Place at = start; at != null; at = at.base()) {
            places.add(at);
        }
        return places;
    }

    private Expr unprefixed(String name, int offset) throws ExpressionException {
        EntityType at = element != null ? element : owner;
        Expr found = factAt(new Place(element != null ? Expr.Path.ELEMENT : Expr.Path.OWNER, at), name);
        if (found == null) {
            throw unknownFact(at, name, offset);
        }
        return found;
    }

    private Place place(String prefix, int offset) throws ExpressionException {
        if (!paths) {
            EntityType named = dictionary.type(prefix);
            throw new ExpressionException(
                    offset,
                    "PATH",
                    "a condition in `when` cannot reach '" + prefix + ".' directly",
                    named != null && named.isSingle()
                            ? "bind it first: $" + prefix + " : " + capital(prefix) + "( ) and write $" + prefix + ".…"
                            : "write the name of a fact alone, and a code in quotes");
        }
        if (prefix.equals("this")) {
            return new Place(Expr.Path.OWNER, owner);
        }
        if (prefix.equals(dictionary.root().name())) {
            return new Place(Expr.Path.CASE, dictionary.root());
        }
        EntityType single = dictionary.type(prefix);
        if (single != null && single.isSingle()) {
            return new Place(new Expr.Path(Expr.From.CASE, 0, single), single);
        }
        int up = 0;
        for (EntityType at = owner; at != null; at = at.parent(), up++) {
            if (at.name().equals(prefix)) {
                return new Place(new Expr.Path(Expr.From.OWNER, up, null), at);
            }
        }
        throw new ExpressionException(
                offset,
                "PATH",
                "'" + prefix + "' is nothing that can be reached from " + owner.label(),
                Suggestion.didYouMean(prefix, reachable()));
    }

    private List<String> reachable() {
        List<String> names = new ArrayList<>(List.of("this", "case"));
        dictionary.types().stream()
                .filter(EntityType::isSingle)
                .map(EntityType::name)
                .forEach(names::add);
        for (EntityType at = owner; at != null; at = at.parent()) {
            names.add(at.name());
        }
        return names;
    }

    private Expr variable(List<String> parts, int offset) throws ExpressionException {
        Bound bound = variables.get(parts.get(0));
        if (bound == null) {
            throw new ExpressionException(
                    offset,
                    "VARIABLE",
                    "'" + parts.get(0) + "' is not bound above this place",
                    Suggestion.didYouMean(parts.get(0), variables.keySet()));
        }
        if (parts.size() != 2) {
            throw new ExpressionException(
                    offset,
                    "VARIABLE",
                    "'" + parts.get(0) + "' needs the name of a fact",
                    "write " + parts.get(0) + ".…");
        }
        if (bound.parameter() != null) {
            if (!parts.get(1).equals("value")) {
                throw new ExpressionException(
                        offset, "VARIABLE", "a parameter has only a value", "write " + parts.get(0) + ".value");
            }
            return new Expr.ParameterValue(bound.parameter());
        }
        Expr.Path path = bound.path();
        EntityType type = bound.type();
        if (path == null || type == null) {
            throw new ExpressionException(offset, "VARIABLE", "'" + parts.get(0) + "' cannot be used here", null);
        }
        Expr found = factAt(new Place(path, type), parts.get(1));
        if (found == null) {
            throw unknownFact(type, parts.get(1), offset);
        }
        return found;
    }

    private ExpressionException unknownFact(EntityType type, String name, int offset) {
        if (dictionary.isRed(type.name(), name)) {
            return new ExpressionException(
                    offset, "CLASS", "'" + name + "' is RED: no rule may read it", "read another fact, or none");
        }
        List<String> known = new ArrayList<>();
        for (EntityType at = type; at != null; at = at.isExtension() ? at.parent() : null) {
            at.facts().forEach(f -> known.add(f.name()));
        }
        return new ExpressionException(
                offset, "FACT", capital(type.name()) + " has no fact '" + name + "'", advice(name, known));
    }

    private static @Nullable String advice(String name, List<String> known) {
        String slip = Tokens.slip(name);
        if (slip != null) {
            return slip;
        }
        return name.matches("[A-Z][A-Z0-9_]+") ? "a code stands in quotes" : Suggestion.didYouMean(name, known);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The same scope with one more bound name. */
    Scope with(String variable, Bound bound) {
        Map<String, Bound> more = new LinkedHashMap<>(variables);
        more.put(variable, bound);
        return new Scope(dictionary, parameters, owner, element, more, paths);
    }
}
