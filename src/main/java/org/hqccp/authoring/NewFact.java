package org.hqccp.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;

/** A fact of the dictionary. */
public final class NewFact {
    private NewFact() {}

    /**
     * A file with one fact.
     *
     * @param path its full name, {@code program.campusTour}
     * @param label plain words that fit into a sentence
     * @param type the word for its type
     */
    public static Skeleton of(String path, String label, String type, FactsDictionary dictionary) throws NotPossible {
        String[] parts = path.split("[.]", 2);
        EntityType entity = dictionary.type(parts[0]);
        List<String> entities =
                dictionary.types().stream().map(EntityType::name).toList();
        if (entity == null || parts.length < 2) {
            String advice = Suggestion.didYouMean(parts[0], entities);
            throw new NotPossible(
                    "a fact is named ENTITY.NAME",
                    advice == null ? "the entities are " + String.join(", ", entities) : advice);
        }
        String name = parts[1];
        if (!name.matches("[a-z][A-Za-z0-9]{0,60}")) {
            throw new NotPossible("'" + name + "' is no name for a fact", "write it in camelCase, as in campusTour");
        }
        if (entity.fact(name) != null || dictionary.isRed(entity.name(), name)) {
            throw new NotPossible("there is a fact " + path + " already", "see hqccp facts " + name);
        }
        List<String> types =
                Arrays.stream(FactType.values()).map(FactType::word).toList();
        if (!types.contains(type)) {
            String advice = Suggestion.didYouMean(type, types);
            throw new NotPossible(
                    "'" + type + "' is no type", advice == null ? "the types are " + String.join(", ", types) : advice);
        }
        if (!label.strip().matches("[^\\p{Cntrl}]{3,120}")) {
            throw new NotPossible("the label is a few plain words", "write words that fit into a sentence");
        }
        String file = "facts/" + entity.name() + "/"
                + name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".yaml";
        return new Skeleton(Map.of(file, text(entity, name, label.strip(), type)), Map.of(), null);
    }

    private static String text(EntityType entity, String name, String label, String type) {
        boolean student = entity.name().equals("student");
        boolean coded = type.equals(FactType.ONE_OF.word()) || type.equals(FactType.SET_OF.word());
        boolean number = type.equals(FactType.NUMBER.word()) || type.equals(FactType.WHOLE_NUMBER.word());
        return "# FILL IN: the question, who asks it, and who can change the fact: school, student or nobody\n"
                + (student ? "# FILL IN: the class; in doubt it stays AMBER, which only supports read\n" : "")
                + (coded ? "# FILL IN: the values, each with its words\n" : "")
                + (number ? "# FILL IN: the unit, and the least and the greatest value\n" : "")
                + "entity: " + entity.name() + "\nfacts:\n  " + name + ":\n"
                + "    label: '" + label.replace("'", "''") + "'\n"
                + "    type: " + type + "\n"
                + (coded ? "    values:\n      FIRST: the first value\n      SECOND: the second value\n" : "")
                + (number ? "    unit: pieces\n    min: 0\n" : "")
                + "    class: " + (student ? "AMBER" : "GREEN") + "\n"
                + "    question: Is it so?\n"
                + "    ask: " + (student ? "counselor" : "pathway lead") + "\n"
                + "    change: nobody\n";
    }
}
