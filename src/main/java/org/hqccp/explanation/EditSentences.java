package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Plural;
import org.jspecify.annotations.Nullable;

/** A plain sentence for each edit, from the labels and questions of the dictionary. */
final class EditSentences {
    private EditSentences() {}

    /** A fact that says something else. */
    static String value(Entity entity, Fact fact, Object to) {
        Object from = entity.get(fact.slot());
        String label = fact.label();
        if (to instanceof Boolean flag) {
            String question = fact.ask().question();
            String asked = question == null ? "Is this so: " + label + "?" : question;
            return about(entity, "the answer to “" + asked + "” has to be " + (flag ? "yes" : "no") + ".");
        }
        String before = from == null ? "" : Words.value(from, fact);
        String after = Words.value(to, fact);
        if (fact.type().isNumber() && from != null) {
            boolean up = Thresholds.decimal(to).compareTo(Thresholds.decimal(from)) > 0;
            String verb = up ? "raise the " : "lower the ";
            return about(entity, verb + label + " from " + before + " to " + after + unit(fact, after) + ".");
        }
        return about(entity, "change the " + label + " from “" + before + "” to “" + after + "”.");
    }

    /** The unit, unless the label names it. */
    private static String unit(Fact fact, String shown) {
        String unit = fact.unit();
        return unit == null || unit.isEmpty() || fact.label().contains(unit.split(" ")[0])
                ? ""
                : " " + Plural.unit(shown, unit);
    }

    /** A set that gains or loses elements. */
    static String set(Entity entity, Fact fact, List<CaseEdit.Element> edits) {
        String more = names(edits, true);
        String less = names(edits, false);
        String set = "“" + fact.label() + "”";
        return about(
                entity,
                more.isEmpty()
                        ? "take " + less + " out of " + set + "."
                        : "add " + more + " to " + set + (less.isEmpty() ? "." : ", and take out " + less + "."));
    }

    private static String names(List<CaseEdit.Element> edits, boolean added) {
        return and(edits.stream()
                .filter(e -> e.added() == added)
                .map(e -> "“" + Words.value(e.element(), e.fact()) + "”")
                .sorted()
                .toList());
    }

    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** An item that is added, with what it has to say. */
    static String item(Entity item, SortedMap<String, Object> said) {
        List<String> says = new ArrayList<>();
        said.forEach((name, value) -> {
            Fact fact = item.type().fact(name);
            says.add((fact == null ? name : fact.label()) + ": " + Words.value(value, fact));
        });
        return "Add one " + item.type().label() + (says.isEmpty() ? "." : " (" + String.join("; ", says) + ").");
    }

    /** The sentence, after the item of a list it is about, if it is about one. */
    private static String about(Entity entity, String sentence) {
        String item = item(entity);
        return item == null ? Words.upper(sentence) : "For " + item + ", " + sentence;
    }

    private static @Nullable String item(Entity entity) {
        Entity holder = entity.parent();
        if (!entity.type().isList() || holder == null || holder.parent() == null) {
            return null;
        }
        String key = entity.type().key();
        Fact named = key == null ? null : entity.type().fact(key);
        return entity.type().label() + " "
                + (named == null ? entity.id() : "“" + Words.value(entity.id(), named) + "”");
    }
}
