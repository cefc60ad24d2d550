package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decision.Change;
import org.hqccp.json.Node;

/** A change in one line, as a case writes it and as it was found: the same change gives the same line. */
final class ChangeText {
    private ChangeText() {}

    static String expected(Map<String, Node> edits) {
        Map<String, String> places = new TreeMap<>();
        edits.forEach((place, to) -> places.put(place, text(to)));
        return line(places);
    }

    static String found(Change change) {
        Map<String, List<String>> items = new TreeMap<>();
        Map<String, String> places = new TreeMap<>();
        for (Change.Edit edit : change.edits()) {
            String to = text(edit.to() == null ? "" : edit.to());
            if (edit.pointer().endsWith("/-")) {
                items.computeIfAbsent(edit.fact(), f -> new ArrayList<>()).add(to);
            } else {
                places.put(edit.fact(), to);
            }
        }
        items.forEach((list, added) -> places.put(list, list(added)));
        return line(places);
    }

    private static String line(Map<String, String> places) {
        return places.isEmpty()
                ? "no change"
                : String.join(
                        "; ",
                        places.entrySet().stream()
                                .map(e -> e.getKey() + ": " + e.getValue())
                                .toList());
    }

    private static String text(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, String> said = new TreeMap<>();
            mapping.entries().forEach((name, value) -> said.put(name, text(value)));
            return said.toString();
        } else if (node instanceof Node.Sequence sequence) {
            return list(sequence.items().stream().map(ChangeText::text).toList());
        }
        return ((Node.Scalar) node).text();
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> item) {
            Map<String, String> said = new TreeMap<>();
            item.forEach((name, to) -> said.put(String.valueOf(name), text((Object) to)));
            return said.toString();
        }
        return value instanceof Collection<?> all
                ? list(all.stream().map(each -> text((Object) each)).toList())
                : Words.value(value);
    }

    private static String list(Collection<String> texts) {
        return texts.stream().sorted().toList().toString();
    }
}
