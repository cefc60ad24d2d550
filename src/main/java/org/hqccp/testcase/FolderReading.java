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

/** Reads the files of a case folder, also one that is not written yet. */
final class FolderReading {
    private static final String BASES = "base/";
    private static final String WHOLE = "whole-cases/";
    /** Promises about groups, which 'hqccp compare' reads. */
    private static final String EQUITY = "equity/";

    private final String prefix;
    private final SortedMap<String, String> texts;
    private final AlteredRules altered;
    private final List<Problem> problems;
    private final Map<String, Node.Mapping> bases = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private FolderReading(String prefix, SortedMap<String, String> texts, RuleSet ruleSet, List<Problem> problems) {
        this.prefix = prefix;
        this.texts = texts;
        this.altered = new AlteredRules(ruleSet);
        this.problems = problems;
        ruleSet.rules().values().forEach(r -> rules.put(CaseFolder.mirrored(r.file()), r));
        readBases();
    }

    /**
     * Opens a folder.
     *
     * @param problems gets what is wrong with the files
     */
    static FolderReading of(Path folder, RuleSet ruleSet, List<Problem> problems) throws IOException {
        String prefix = String.valueOf(folder.toAbsolutePath().normalize().getFileName()) + "/";
        SortedMap<String, String> texts =
                Files.isDirectory(folder) ? RuleFolder.read(folder, problems) : new TreeMap<>();
        return new FolderReading(prefix, texts, ruleSet, problems);
    }

    /** What a file holds; none where there is no such file. */
    @Nullable
    String text(String name) {
        return texts.get(name);
    }

    /** The chosen files, in order of path, each without its faulty cases. */
    List<CaseFile> files(Predicate<String> chosen) {
        List<CaseFile> files = new ArrayList<>();
        texts.forEach((name, text) -> {
            if (name.startsWith(BASES)
                    || name.startsWith(EQUITY)
                    || !name.endsWith(".yaml")
                    || !chosen.test(prefix + name)) {
                return;
            }
            CaseFile file = file(name, text);
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

    /** A file as if it held this text. */
    @Nullable
    CaseFile file(String name, String text) {
        Rule rule = rules.get(name);
        if (rule == null && !name.startsWith(WHOLE)) {
            problems.add(new Problem(
                    prefix + name,
                    1,
                    1,
                    "RULE",
                    "no rule file stands at the same path, " + name.replaceAll("[.]yaml$", ".drl"),
                    Suggestion.didYouMean(name, rules.keySet())));
            return null;
        }
        Node node = node(name, text);
        Fields fields = node == null ? null : Fields.of(prefix + name, node, problems);
        return fields == null ? null : CaseFileReader.read(altered, bases, fields, rule);
    }

    private void readBases() {
        texts.forEach((name, text) -> {
            if (name.startsWith(BASES) && name.endsWith(".yaml") && node(name, text) instanceof Node.Mapping mapping) {
                bases.put(name.substring(BASES.length(), name.length() - ".yaml".length()), YamlCase.json(mapping));
            }
        });
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
