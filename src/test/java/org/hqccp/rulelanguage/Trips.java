package org.hqccp.rulelanguage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;

/** A small policy about school trips with a fact of every type, for tests of the language and of the engine. */
public final class Trips {
    public static final String DECISION = "trip-permit";
    public static final Path FOLDER = Path.of("src/test/resources/rulelanguage/base");

    private Trips() {}

    /** The files of the policy, for a test to change. */
    public static SortedMap<String, String> files() {
        return folder(FOLDER);
    }

    /** The files of a folder. */
    public static SortedMap<String, String> folder(Path folder) {
        List<Problem> problems = new ArrayList<>();
        try {
            SortedMap<String, String> files = RuleFolder.read(folder, problems);
            if (!problems.isEmpty()) {
                throw new AssertionError(problems.toString());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy with some files put in place of its own, or beside them. */
    public static SortedMap<String, String> with(Map<String, String> changed) {
        SortedMap<String, String> files = files();
        files.putAll(changed);
        return files;
    }

    /** What is wrong with the files. */
    public static List<Problem> problems(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSetReader.read(files, problems);
        return problems;
    }

    /** A rule set that must be sound. */
    public static RuleSet read(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = RuleSetReader.read(new TreeMap<>(files), problems);
        if (ruleSet == null) {
            throw new AssertionError(problems.toString());
        }
        return ruleSet;
    }

    /** The path of a rule's file in the group {@code safety}. */
    public static String file(String id) {
        return DECISION + "/safety/" + id + "-rule.drl";
    }

    /** A criterion of the group {@code safety} with the given annotations and condition lines; its subject is {@code $trip}. */
    public static String criterion(String id, String annotations, String... when) {
        return rule(id, annotations, "met( $trip )", when);
    }

    /** A rule with the given conclusion. */
    public static String rule(String id, String annotations, String conclusion, String... when) {
        StringBuilder text = new StringBuilder("rule \"" + id + " A rule made for this test\"\n");
        text.append("  @source( \"BOARD\" )\n");
        text.append(annotations.contains("@from") ? "" : "  @from( \"2017-01-01\" )\n");
        annotations.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("when\n");
        for (String line : when) {
            text.append("  ").append(line).append('\n');
        }
        return text.append("then\n  ").append(conclusion).append(";\nend\n").toString();
    }
}
