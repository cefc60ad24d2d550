package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hqccp.authoring.NotPossible;
import org.hqccp.authoring.Skeleton;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is new into the rules and the test cases: only if the rules load with it, one writer at a time, and never over a file that
 * is there.
 */
final class NewFiles {
    private static final String SUPPORTS = "supports.csv";
    private static final Pattern LIKE = Pattern.compile("(?m)^like: (\\S+)$");

    private final Path rules;
    private final Path cases;

    NewFiles(Path rules, Path cases) {
        this.rules = rules;
        this.cases = cases;
    }

    /** Makes a skeleton of the rules as they are. */
    interface Maker {
        Skeleton make(RuleSet ruleSet) throws NotPossible, IOException, Refusal;
    }

    /** Makes and writes, and tells which files are new. */
    void write(Maker maker, Screen screen) throws IOException, RulesRefused, Refusal {
        CheckedRules.exists(rules);
        try (OneWriter alone = OneWriter.of(rules)) {
            RuleSet ruleSet = CheckedRules.read(rules);
            Skeleton skeleton = maker.make(ruleSet);
            loads(skeleton, ruleSet);
            List<Path> written = write(skeleton);
            written.forEach(file -> screen.out().println("new: " + file));
            if (skeleton.supportRow() != null) {
                alone.append(rules.resolve(SUPPORTS), line(skeleton.supportRow()));
                screen.out().println("one line more: " + rules.resolve(SUPPORTS));
            }
        } catch (NotPossible e) {
            throw new Refusal(e.message() + ".");
        }
    }

    /** Refuses what would not load: nothing is written that takes the rules out of service. */
    private static void loads(Skeleton skeleton, RuleSet ruleSet) throws RulesRefused {
        SortedMap<String, String> files = new TreeMap<>(ruleSet.files());
        files.putAll(skeleton.ruleFiles());
        String row = skeleton.supportRow();
        if (row != null) {
            files.merge(SUPPORTS, row, (text, more) -> text.stripTrailing() + "\n" + more + "\n");
        }
        List<Problem> problems = new ArrayList<>();
        if (RuleSetReader.read(files, problems) == null) {
            throw new RulesRefused(problems);
        }
    }

    private List<Path> write(Skeleton skeleton) throws IOException, Refusal {
        Map<Path, String> files = new LinkedHashMap<>();
        skeleton.ruleFiles().forEach((path, text) -> files.put(rules.resolve(path), text));
        skeleton.caseFiles().forEach((path, text) -> files.put(cases.resolve(path), text));
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Path folder = file.getKey().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
                written.add(file.getKey());
            }
        } catch (IOException e) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            if (e instanceof FileAlreadyExistsException there) {
                throw new Refusal("there is a file " + there.getFile() + " already; nothing was written.");
            }
            throw e;
        }
        return written;
    }

    /** A row as a line of its own, also where the last line was left open. */
    private String line(String row) throws IOException {
        String text = Files.readString(rules.resolve(SUPPORTS), StandardCharsets.UTF_8);
        return (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + row + "\n";
    }

    /** The base that most cases of a group are like. */
    @Nullable
    String usualBase(String place) throws IOException {
        Path folder = cases.resolve(place.replaceAll("^rules/", ""));
        Map<String, Integer> uses = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                    Matcher like = LIKE.matcher(Files.readString(file));
                    while (like.find()) {
                        uses.merge(like.group(1), 1, Integer::sum);
                    }
                }
            }
        }
        return uses.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
