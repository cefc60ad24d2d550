package org.hqccp.verification;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.ruleset.RuleSet;

/** Where in the rule folder each fact is declared. */
public final class FactPlaces {
    private static final String FACTS = "facts";
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** A file below the rule folder, and a line in it. */
    public record Place(String file, int line) {}

    /** The places in a rule set's files. */
    public FactPlaces(RuleSet ruleSet) {
        ruleSet.files().forEach((file, text) -> {
            boolean dictionary = file.startsWith("facts/") && file.endsWith(".yaml");
            if (dictionary || file.endsWith("/decision.yaml")) {
                try {
                    if (Documents.yaml(text) instanceof Node.Mapping mapping) {
                        read(file, mapping, dictionary);
                    }
                } catch (DocumentException e) {
                    throw new IllegalStateException("a checked file reads no more: " + file, e);
                }
            }
        });
    }

    private void read(String file, Node.Mapping mapping, boolean dictionary) {
        if (!(mapping.entries().get(FACTS) instanceof Node.Mapping facts)) {
            return;
        }
        if (!dictionary) {
            facts.entries().forEach((entity, own) -> names(file, entity, own));
        } else if (mapping.entries().get("entity") instanceof Node.Scalar entity) {
            names(file, entity.text(), facts);
        }
    }

    private void names(String file, String entity, Node facts) {
        if (facts instanceof Node.Mapping mapping) {
            // What is said of a fact begins on the line after its name.
            mapping.entries()
                    .forEach((name, said) ->
                            places.put(entity + "." + name, new Place(file, Math.max(1, said.line() - 1))));
        }
    }

    /** Where a fact is declared, by its full name. */
    public Place of(String path) {
        return places.getOrDefault(path, new Place(FACTS, 0));
    }
}
