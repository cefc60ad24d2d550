package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.RulesRefused;

/** Rules that are read and checked, for commands that decide nothing. */
final class CheckedRules {
    private CheckedRules() {}

    static RuleSet read(Path folder) throws IOException, RulesRefused, Refusal {
        exists(folder);
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = RuleSetReader.read(RuleFolder.read(folder, problems), problems);
        if (ruleSet == null) {
            throw new RulesRefused(problems);
        }
        return ruleSet;
    }

    /** Refuses a folder that is not there. */
    static Path exists(Path folder) throws Refusal {
        return exists(folder, "--rules");
    }

    /** Refuses a folder that is not there and was named by another option than usual. */
    static Path exists(Path folder, String option) throws Refusal {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("there is no rule folder " + folder + "; name one with " + option + ".");
        }
        return folder;
    }
}
