package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
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
        SortedMap<String, String> files = RuleFolder.read(folder, aside);
        boolean onlyRules = aside.stream().allMatch(p -> isRule(p.file()));
        for (int i = 0; onlyRules && i < TRIES; i++) {
            List<Problem> problems = new ArrayList<>();
            RuleSet sound = RuleSetReader.read(files, problems);
            if (sound != null) {
                return LiveRules.fixed(sound, clock);
            }
            Set<String> faulty = new LinkedHashSet<>();
            problems.stream().map(Problem::file).filter(SoundRules::isRule).forEach(faulty::add);
            if (faulty.isEmpty()) {
                break;
            }
            problems.stream().filter(p -> faulty.contains(p.file())).forEach(aside::add);
            faulty.forEach(files::remove);
        }
        // What is wrong lies outside the rule files: it is told as for any other command.
        aside.clear();
        return LiveRules.load(folder, clock);
    }

    private static boolean isRule(String file) {
        return file.endsWith(".drl");
    }
}
