package org.hqccp.testcase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;

/**
 * A folder of test cases: one file for each rule at the mirrored path, whole cases, and the bases they are like.
 *
 * @param files the files that were chosen, in order of path, each without its faulty cases
 * @param problems everything that is wrong with them, in order of place
 */
public record CaseFolder(List<CaseFile> files, List<Problem> problems) {
    /**
     * Reads a folder.
     *
     * @param folder the folder
     * @param chosen which files to read, by their path from the folder's name on
     */
    public static CaseFolder read(Path folder, RuleSet ruleSet, Predicate<String> chosen) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<CaseFile> files = FolderReading.of(folder, ruleSet, problems).files(chosen);
        problems.sort(null);
        return new CaseFolder(files, List.copyOf(problems));
    }

    /** The path of the case file that mirrors a rule file. */
    static String mirrored(String ruleFile) {
        return ruleFile.replaceAll("[.]drl$", ".yaml");
    }
}
