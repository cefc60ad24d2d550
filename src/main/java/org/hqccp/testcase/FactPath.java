package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.jspecify.annotations.Nullable;

/**
 * A place in a case as test cases name it: {@code student.gradeLevel}, {@code program[health].seats}, {@code programs}, or
 * {@code program.partners[clinic].role} for one item of an inner list.
 *
 * @param type the thing it names; the case itself for a fact of the case
 * @param key which element of a list; none where there is only one
 * @param name the fact or inner list; none for the whole list
 * @param inner the place in the inner list; none where the place is the fact or list that is named
 */
record FactPath(
        EntityType type,
        @Nullable String key,
        @Nullable String name,
        @Nullable FactPath inner) {
    private static final Pattern IN_LIST =
            Pattern.compile("(.+)\\.([A-Za-z][A-Za-z0-9]*)\\[([^\\]]+)\\]\\.([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[([^\\]]+)\\])?(?:\\.([A-Za-z][A-Za-z0-9]*))?");

    /** A path that leads nowhere, in words. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final @Nullable String advice;

        Fault(String message, @Nullable String advice) {
            super(message, null, false, false);
            this.advice = advice;
        }

        String message() {
            return String.valueOf(getMessage());
        }

        @Nullable
        String advice() {
            return advice;
        }
    }

    /** Reads a path and holds it against the dictionary. */
    static FactPath of(String written, FactsDictionary dictionary) throws Fault {
        Matcher inList = IN_LIST.matcher(written);
        if (inList.matches()) {
            FactPath list = of(inList.group(1) + "." + inList.group(2), dictionary);
            EntityType item = list.innermost().type.child(String.valueOf(list.innermost().name));
            if (item == null) {
                throw new Fault("'" + inList.group(2) + "' is no list", null);
            }
            return list.with(new FactPath(item, inList.group(3), named(item, inList.group(4), written), null));
        }
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw new Fault(
                    "'" + written + "' is no path to a fact",
                    "write it like student.gradeLevel or program[health].seats");
        }
        EntityType root = dictionary.root();
        String thing = form.group(1);
        String name = form.group(3);
        EntityType whole = root.child(thing);
        if (name == null && form.group(2) == null && whole != null) {
            return new FactPath(whole, null, null, null);
        }
        EntityType type = dictionary.type(thing);
        if (type == null || type != root && type.parent() != root) {
            throw unknownThing(thing, type, root);
        }
        if (name == null) {
            throw new Fault("'" + written + "' names no fact", "write " + thing + ".<fact>");
        }
        if (form.group(2) != null && !type.isList()) {
            throw new Fault("there is only one " + type.label() + " in a case", "write " + thing + "." + name);
        }
        if (type == root && name.equals(YamlCase.AS_OF)) {
            throw new Fault("the decision date is no fact to replace", "write as-of: beside facts:");
        }
        return new FactPath(type, form.group(2), named(type, name, written), null);
    }

    /** The name of a fact or list that a case can hold there. */
    private static String named(EntityType type, String name, String written) throws Fault {
        Fact fact = type.fact(name);
        if (fact != null && fact.derived()) {
            throw new Fault("'" + written + "' is worked out from other facts", "set the facts it is worked out from");
        }
        if (fact == null && type.child(name) == null) {
            throw new Fault("'" + name + "' is no fact of " + type.label(), Suggestion.didYouMean(name, names(type)));
        }
        return name;
    }

    private FactPath innermost() {
        return inner == null ? this : inner.innermost();
    }

    private FactPath with(FactPath deeper) {
        return new FactPath(type, key, name, inner == null ? deeper : inner.with(deeper));
    }

    private static Fault unknownThing(String thing, @Nullable EntityType inner, EntityType root) {
        EntityType holder = inner == null ? null : inner.parent();
        if (inner != null && holder != null) {
            return new Fault(
                    "'" + thing + "' stands inside " + holder.label() + " and is given with its whole list",
                    "write " + holder.name() + "." + inner.jsonKey() + ": [ … ]");
        }
        List<String> known = new ArrayList<>();
        for (EntityType child : root.children()) {
            known.add(child.name());
            known.add(child.jsonKey());
        }
        return new Fault("'" + thing + "' is nothing a case holds", Suggestion.didYouMean(thing, known));
    }

    private static List<String> names(EntityType type) {
        List<String> names = new ArrayList<>();
        type.facts().stream().filter(f -> !f.derived()).forEach(f -> names.add(f.name()));
        type.children().forEach(c -> names.add(c.jsonKey()));
        return names;
    }

    /** The same case with this value in it. */
    Node.Mapping put(Node.Mapping document, Node value) throws Fault {
        if (name == null) {
            return with(document, type.jsonKey(), value);
        }
        if (type.parent() == null) {
            return with(document, name, value);
        }
        Node held = document.entries().get(type.jsonKey());
        if (!type.isList()) {
            Node.Mapping single =
                    held instanceof Node.Mapping mapping ? mapping : new Node.Mapping(Map.of(), value.line(), 1);
            return with(document, type.jsonKey(), within(single, name, value));
        }
        return with(document, type.jsonKey(), items(held, name, value));
    }

    /** The same thing with the value at this place, or deeper in the list that is named. */
    private Node.Mapping within(Node.Mapping thing, String at, Node value) throws Fault {
        FactPath deeper = inner;
        String next = deeper == null ? null : deeper.name;
        return with(
                thing,
                at,
                deeper == null || next == null
                        ? value
                        : deeper.items(thing.entries().get(at), next, value));
    }

    /** The same list with the value in one of its items. */
    private Node items(@Nullable Node held, String at, Node value) throws Fault {
        if (!(held instanceof Node.Sequence list) || list.items().isEmpty()) {
            throw new Fault(
                    "the case holds no " + type.label(),
                    "name a base with like:, or give " + type.jsonKey() + ": as a whole");
        }
        List<Node> items = new ArrayList<>(list.items());
        int place = place(items);
        if (!(items.get(place) instanceof Node.Mapping element)) {
            throw new Fault("'" + type.jsonKey() + "' holds something that is no " + type.label(), null);
        }
        items.set(place, within(element, at, value));
        return new Node.Sequence(List.copyOf(items), list.line(), list.column());
    }

    private int place(List<Node> items) throws Fault {
        List<String> keys = items.stream().map(this::keyOf).toList();
        if (key == null) {
            if (items.size() > 1) {
                throw new Fault(
                        "the case holds " + items.size() + " of " + type.jsonKey() + ": " + String.join(", ", keys),
                        "say which: " + type.name() + "[" + keys.get(0) + "]." + name);
            }
            return 0;
        }
        int place = keys.indexOf(key);
        if (place < 0) {
            throw new Fault(
                    "the case holds no " + type.label() + " '" + key + "'; it holds " + String.join(", ", keys), null);
        }
        return place;
    }

    private String keyOf(Node item) {
        String fact = type.key();
        Node value = fact != null && item instanceof Node.Mapping mapping
                ? mapping.entries().get(fact)
                : null;
        return value instanceof Node.Scalar scalar ? scalar.text() : "?";
    }

    /** The same mapping with this value in it. */
    static Node.Mapping with(Node.Mapping mapping, String name, Node value) {
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(name, value);
        return new Node.Mapping(entries, mapping.line(), mapping.column());
    }
}
