package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesRefused;

/** Loads the rule files that are sound and leaves those with problems aside, so that one can be tried while another is being written. */
final class SoundRules {
    private static final int TRIES = 5;

    private SoundRules() {}

    /**
     * Loads what is sound.
     *
     * @param aside gets the problems of the files left aside
     */
    static LiveRules load(Path folder, Clock clock, List<Problem> aside) throws IOException, RulesRefused {
        SortedMap<String, String> files = RuleFolder.read(folder, new ArrayList<>());
        for (int i = 0; i < TRIES; i++) {
            List<Problem> problems = new ArrayList<>();
            RuleSetReader.read(files, problems);
            Set<String> faulty = new LinkedHashSet<>();
            problems.stream().map(Problem::file).filter(f -> f.endsWith(".drl")).forEach(faulty::add);
            if (faulty.isEmpty()) {
                break;
            }
            problems.stream().filter(p -> faulty.contains(p.file())).forEach(aside::add);
            faulty.forEach(files::remove);
        }
        return aside.isEmpty() ? LiveRules.load(folder, clock) : loadCopy(files, clock);
    }

    private static LiveRules loadCopy(Map<String, String> files, Clock clock) throws IOException, RulesRefused {
        Path copy = Files.createTempDirectory("hqccp-rules");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = copy.resolve(file.getKey());
                Files.createDirectories(target.resolveSibling("."));
                Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
            }
            return LiveRules.load(copy, clock);
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
