package org.hqccp.testcase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder of test cases: one file for each rule at the mirrored path, whole cases, and the bases they are like.
 *
 * @param files the files that were chosen, in order of path, each without its faulty cases
 * @param problems everything that is wrong with them, in order of place
 */
public record CaseFolder(List<CaseFile> files, List<Problem> problems) {
    private static final String BASES = "base/";
    private static final String WHOLE = "whole-cases/";
    /** Promises about groups, which 'hqccp compare' reads. */
    private static final String EQUITY = "equity/";

    /**
     * Reads a folder.
     *
     * @param folder the folder
     * @param chosen which files to read, by their path from the folder's name on
     */
    public static CaseFolder read(Path folder, RuleSet ruleSet, Predicate<String> chosen) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Reading reading = new Reading(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()) + "/",
                new AlteredRules(ruleSet),
                chosen,
                problems);
        SortedMap<String, String> texts =
                Files.isDirectory(folder) ? RuleFolder.read(folder, problems) : new TreeMap<>();
        List<CaseFile> files = reading.files(texts);
        problems.sort(null);
        return new CaseFolder(files, List.copyOf(problems));
    }

    /** The path of the case file that mirrors a rule file. */
    static String mirrored(String ruleFile) {
        return ruleFile.replaceAll("[.]drl$", ".yaml");
    }

    private record Reading(String prefix, AlteredRules altered, Predicate<String> chosen, List<Problem> problems) {
        List<CaseFile> files(SortedMap<String, String> texts) {
            Map<String, Rule> rules = new LinkedHashMap<>();
            altered.base().rules().values().forEach(r -> rules.put(mirrored(r.file()), r));
            Map<String, Node.Mapping> bases = bases(texts);
            List<CaseFile> files = new ArrayList<>();
            texts.forEach((name, text) -> {
                if (name.startsWith(BASES)
                        || name.startsWith(EQUITY)
                        || !name.endsWith(".yaml")
                        || !chosen.test(prefix + name)) {
                    return;
                }
                Rule rule = rules.get(name);
                if (rule == null && !name.startsWith(WHOLE)) {
                    problems.add(new Problem(
                            prefix + name,
                            1,
                            1,
                            "RULE",
                            "no rule file stands at the same path, " + name.replaceAll("[.]yaml$", ".drl"),
                            Suggestion.didYouMean(name, rules.keySet())));
                    return;
                }
                Fields fields = fields(name, text);
                CaseFile file = fields == null ? null : CaseFileReader.read(altered, bases, fields, rule);
                if (file != null) {
                    files.add(file);
                }
            });
            rules.forEach((name, rule) -> {
                if (!texts.containsKey(name) && chosen.test(prefix + name)) {
                    problems.add(Problem.ofFile(
                            prefix + name,
                            "MISSING",
                            "the rule " + rule.id() + " has no test cases",
                            "write this file: rule: " + rule.id() + ", cases: …"));
                }
            });
            return List.copyOf(files);
        }

        private Map<String, Node.Mapping> bases(SortedMap<String, String> texts) {
            Map<String, Node.Mapping> bases = new LinkedHashMap<>();
            texts.forEach((name, text) -> {
                if (name.startsWith(BASES) && name.endsWith(".yaml")) {
                    Node node = node(name, text);
                    if (node instanceof Node.Mapping mapping) {
                        bases.put(
                                name.substring(BASES.length(), name.length() - ".yaml".length()),
                                YamlCase.json(mapping));
                    }
                }
            });
            return bases;
        }

        private @Nullable Fields fields(String name, String text) {
            Node node = node(name, text);
            return node == null ? null : Fields.of(prefix + name, node, problems);
        }

        private @Nullable Node node(String name, String text) {
            try {
                return Documents.yaml(text);
            } catch (DocumentException e) {
                problems.add(new Problem(prefix + name, e.line(), e.column(), "YAML", e.message(), null));
                return null;
            }
        }
    }
}
