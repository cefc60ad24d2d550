package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogArchive;
import org.hqccp.decisionlog.LogKeys;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.RulesRefused;

/**
 * A rule set to compare, and where it was found.
 *
 * @param where its folder, or that it was kept in a decision log
 */
record ComparedRules(RuleSet ruleSet, String where) {
    private static final int FEWEST_LETTERS = 6;

    /** The rules of a folder, or, where there is no such folder, those of a version that was once live. */
    static ComparedRules of(String named, Path data)
            throws IOException, RulesRefused, Refusal, FolderRefused, StoreException, DamagedEntry {
        if (Files.isDirectory(Path.of(named))) {
            return new ComparedRules(CheckedRules.read(Path.of(named)), "the folder " + named);
        } else if (!named.matches("[0-9a-f]{" + FEWEST_LETTERS + ",64}")) {
            throw new Refusal(
                    "there is no rule folder " + named + "; name one, or the version of rules that were live.");
        } else if (!Files.exists(data.resolve("log.db"))) {
            throw new Refusal("there is no decision log in " + data + " that could hold version " + named
                    + "; name a data folder with --data.");
        }
        return kept(named, data);
    }

    private static ComparedRules kept(String named, Path data)
            throws IOException, RulesRefused, Refusal, FolderRefused, StoreException, DamagedEntry {
        try (LogReader reader = SqliteReader.open(data)) {
            List<String> versions =
                    reader.ruleSets().stream().filter(v -> v.startsWith(named)).toList();
            if (versions.size() != 1) {
                throw new Refusal(
                        versions.isEmpty()
                                ? "the decision log in " + data + " holds no rules of version " + named + "."
                                : "several versions begin with " + named + "; write more of it.");
            }
            LogArchive log = new LogArchive(reader, LogKeys.of(Settings.usualKeyFile(data)));
            SortedMap<String, String> files = log.ruleSet(versions.get(0));
            List<Problem> problems = new ArrayList<>();
            RuleSet ruleSet = files == null ? null : RuleSetReader.read(files, problems);
            if (ruleSet == null) {
                throw new RulesRefused(problems);
            }
            return new ComparedRules(ruleSet, "the rules kept in the decision log");
        }
    }
}
