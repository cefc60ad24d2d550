package org.hqccp.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
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
    private static final Object ONE_AT_A_TIME = new Object();

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
        // A lock of the file system holds other programs off, not other threads of this one.
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel lock = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                RuleSet ruleSet = CheckedRules.read(rules);
                Skeleton skeleton = maker.make(ruleSet);
                loads(skeleton, ruleSet);
                List<Path> written = write(skeleton);
                written.forEach(file -> screen.out().println("new: " + file));
                if (skeleton.supportRow() != null) {
                    append(rules.resolve(SUPPORTS), skeleton.supportRow());
                    screen.out().println("one line more: " + rules.resolve(SUPPORTS));
                }
            } catch (NotPossible e) {
                throw new Refusal(e.message() + ".");
            }
        }
    }

    /** The same file for everyone who writes into the same folder, and none of that folder's own. */
    private Path lockFile() throws IOException {
        String name = rules.toRealPath().toString();
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "hqccp-new-" + HexFormat.of().toHexDigits(name.hashCode()) + ".lock");
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

    /** One write at the end of the file: whatever else was written there stays. */
    private static void append(Path file, String row) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String line = (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + row + "\n";
        Files.writeString(file, line, StandardOpenOption.APPEND);
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
