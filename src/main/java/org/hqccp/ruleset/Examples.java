package org.hqccp.ruleset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.hqccp.rulelanguage.Problem;

/** Reads the complete case that each decision gives as its example, and holds it to the dictionary as a sent case is held. */
final class Examples {
    private final Map<String, String> files;
    private final FactsDictionary dictionary;
    private final List<Problem> problems;

    Examples(Map<String, String> files, FactsDictionary dictionary, List<Problem> problems) {
        this.files = files;
        this.dictionary = dictionary;
        this.problems = problems;
    }

    /** Each decision's example as JSON, by the decision's name; one that cannot be decided is a problem. */
    Map<String, String> of(Set<String> decisions) {
        Map<String, String> examples = new TreeMap<>();
        for (String decision : decisions) {
            String file = decision + "/example.yaml";
            String text = files.get(file);
            if (text == null) {
                problems.add(Problem.ofFile(
                        file, "MISSING", "the file is missing", "add it with one complete case that decides"));
            } else {
                read(file, text, decision, examples);
            }
        }
        return examples;
    }

    private void read(String file, String text, String decision, Map<String, String> examples) {
        try {
            Node written = Documents.yaml(text);
            Node document = written instanceof Node.Mapping mapping ? YamlCase.json(mapping) : written;
            String json = Documents.toJson(document);
            check(file, document, json);
            examples.put(decision, json);
        } catch (DocumentException e) {
            problems.add(new Problem(file, e.line(), e.column(), "YAML", e.message(), null));
        } catch (IOException e) {
            problems.add(new Problem(file, 1, 1, "YAML", "the file cannot be read", null));
        }
    }

    private void check(String file, Node document, String json) {
        // A dictionary with problems of its own says nothing about a case.
        if (!problems.isEmpty()) {
            return;
        }
        try {
            CaseReader.read(json.getBytes(StandardCharsets.UTF_8), dictionary);
        } catch (CaseRefused e) {
            for (CaseProblem problem : e.problems()) {
                Node place = document.at(problem.pointer());
                String where = problem.pointer().isEmpty() ? "the case" : problem.pointer();
                problems.add(new Problem(
                        file,
                        place.line(),
                        place.column(),
                        "EXAMPLE",
                        "the example cannot be decided: " + where + ": " + problem.message(),
                        problem.advice()));
            }
        }
    }
}
