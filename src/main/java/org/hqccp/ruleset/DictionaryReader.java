package org.hqccp.ruleset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Changer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the files of the facts dictionary: first what exists, then the facts; derived facts are kept for later. */
final class DictionaryReader {
    /** A derived fact as it is written. */
    record Written(EntityType owner, Fact fact, String expression, Fields where) {}

    private final FactsDictionary dictionary = new FactsDictionary();
    private final List<Written> written = new ArrayList<>();

    FactsDictionary dictionary() {
        return dictionary;
    }

    List<Written> written() {
        return written;
    }

    /** Reads all files of the dictionary. */
    void read(List<Fields> files, List<Problem> problems) {
        Map<String, Fields> declarations = new TreeMap<>();
        for (Fields file : files) {
            String entity = file.required("entity", "name the entity these facts belong to");
            if (file.has("list") || file.has("single")) {
                Fields before = declarations.put(entity, file);
                if (before != null) {
                    file.problem(
                            file.node("entity"),
                            "DUPLICATE",
                            "'" + entity + "' is already declared in " + before.file(),
                            "declare it in one file");
                }
            }
            file.node("single");
            file.node("label");
            file.node("of");
            file.node("key");
        }
        declare(declarations);
        for (Fields file : files) {
            EntityType type = dictionary.type(String.valueOf(file.text("entity")));
            if (type == null) {
                if (!declarations.containsKey(String.valueOf(file.text("entity")))) {
                    file.problem(
                            file.node("entity"),
                            "ENTITY",
                            "'" + file.text("entity") + "' is declared in no file (with list: or single:)",
                            Suggestion.didYouMean(String.valueOf(file.text("entity")), declarations.keySet()));
                }
                continue;
            }
            file.entries("facts").forEach((name, fields) -> fact(type, name, fields));
            file.end();
        }
        problems.sort(null);
    }

    private void declare(Map<String, Fields> declarations) {
        Map<String, Fields> waiting = new LinkedHashMap<>(declarations);
        Fields own = waiting.remove(dictionary.root().name());
        if (own == null && !declarations.isEmpty()) {
            declarations
                    .values()
                    .iterator()
                    .next()
                    .problem(
                            null, "ENTITY", "the facts of the case itself are declared nowhere", "add facts/case.yaml");
        }
        boolean progress = true;
        while (progress && !waiting.isEmpty()) {
            progress = false;
            for (Map.Entry<String, Fields> entry : new ArrayList<>(waiting.entrySet())) {
                Fields file = entry.getValue();
                String of = file.text("of");
                EntityType parent = of == null ? dictionary.root() : dictionary.type(of);
                if (parent == null) {
                    continue;
                }
                boolean list = file.has("list");
                String key = String.valueOf(file.text(list ? "list" : "single"));
                if (!entry.getKey().matches("[a-z][A-Za-z0-9]{0,40}")
                        || !key.matches("[a-z][A-Za-z0-9]{0,40}")
                        || List.of("parameter", "finding", "group").contains(entry.getKey())) {
                    file.problem(
                            null, "NAME", "'" + entry.getKey() + "' is no name for an entity", "write it in camelCase");
                }
                if (!list && of != null) {
                    file.problem(
                            file.node("single"), "ENTITY", "only a list can belong to something else", "write list:");
                }
                dictionary.add(parent.hold(
                        entry.getKey(),
                        file.required("label", "say in plain words what it is"),
                        key,
                        list,
                        file.text("key")));
                waiting.remove(entry.getKey());
                progress = true;
            }
        }
        waiting.values()
                .forEach(f -> f.problem(
                        f.node("of"),
                        "ENTITY",
                        "'" + f.text("of") + "' is nothing the dictionary declares",
                        Suggestion.didYouMean(
                                String.valueOf(f.text("of")),
                                dictionary.types().stream()
                                        .map(EntityType::name)
                                        .toList())));
    }

    private void fact(EntityType type, String name, Fields fields) {
        FactClass factClass = word(fields, "class", FactClass.AMBER, FactClass.values(), FactClass::name);
        String label = fields.required("label", "say in plain words what it is");
        if (factClass == FactClass.RED) {
            dictionary.refuse(type.name(), name, label);
            fields.end();
            return;
        }
        if (RedTraits.isNamedBy(name)) {
            fields.problem(
                    null,
                    "CLASS",
                    "'" + name + "' names a trait that no decision may read",
                    "declare it with class: RED, so that a case that carries it is refused");
            return;
        }
        if (!name.matches("[a-z][A-Za-z0-9]{0,60}")) {
            fields.problem(null, "NAME", "'" + name + "' is no name for a fact", "write it in camelCase");
        }
        if (type.fact(name) != null) {
            fields.problem(
                    null, "DUPLICATE", "'" + name + "' is already a fact of " + type.name(), "use one of the two");
            return;
        }
        String expression = fields.text("is");
        FactType factType = word(fields, "type", FactType.TEXT, FactType.values(), FactType::word);
        if (!fields.has("type")) {
            fields.problem(
                    null,
                    "MISSING",
                    "'type' is missing",
                    "one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(FactType.values())
                                            .map(FactType::word)
                                            .toList()));
        }
        Map<String, String> values = fields.texts("values");
        if ((factType == FactType.ONE_OF || factType == FactType.SET_OF) && values.isEmpty()) {
            fields.problem(null, "MISSING", "'values' is missing", "list each code with its words");
        }
        boolean single = type == dictionary.root();
        Fact fact = new Fact(
                type.name(),
                name,
                type.nextSlot(),
                factType,
                values,
                fields.flag("ordered"),
                fields.texts("refuses"),
                fields.text("unit"),
                number(fields, "min"),
                number(fields, "max"),
                label,
                expression == null && !single ? ask(fields) : Ask.NEVER,
                factClass,
                word(
                        fields,
                        "change",
                        Changer.NOBODY,
                        Changer.values(),
                        c -> c.name().toLowerCase(Locale.ROOT)),
                fields.flag("never-store"),
                fields.texts("elements"),
                expression != null);
        if (expression != null) {
            fields.node("question");
            fields.node("ask");
            if (fields.has("min") || fields.has("max")) {
                fields.problem(
                        null,
                        "BOUNDS",
                        "'" + name + "' is worked out: its bounds come from what it is worked out from",
                        "delete min and max");
            }
            written.add(new Written(type, fact, expression, fields));
        }
        type.add(fact);
        fields.end();
    }

    private static Ask ask(Fields fields) {
        String question = fields.text("question");
        String how = fields.text("ask");
        if (how == null) {
            fields.problem(null, "MISSING", "'ask' is missing", "name the role that asks, or open-offer, or never");
            return Ask.NEVER;
        }
        if (how.equals("never")) {
            return Ask.NEVER;
        }
        if (how.equals("open-offer")) {
            return new Ask(Ask.Mode.OPEN_OFFER, null, question);
        }
        if (question == null) {
            fields.problem(null, "MISSING", "'question' is missing", "write the question " + how + " asks");
        }
        return new Ask(Ask.Mode.ROLE, how, question);
    }

    private static @Nullable BigDecimal number(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,11}(\\.[0-9]{1,4})?")) {
            fields.problem(fields.node(key), "NUMBER", "'" + key + "' is not a number", null);
            return null;
        }
        return new BigDecimal(text);
    }

    private static <T> T word(Fields fields, String key, T otherwise, T[] all, Function<T, String> words) {
        String text = fields.text(key);
        if (text == null) {
            return otherwise;
        }
        for (T each : all) {
            if (words.apply(each).equals(text)) {
                return each;
            }
        }
        List<String> known = Arrays.stream(all).map(words).toList();
        fields.problem(
                fields.node(key),
                "VALUE",
                "'" + text + "' is not a " + key + "; it may be " + String.join(", ", known),
                Suggestion.didYouMean(text, known));
        return otherwise;
    }
}
