package org.hqccp.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.testcase.CaseFolder;

/** The book of the project's own rules. */
final class RealBook {
    static final RuleSet RULES = rules();

    private RealBook() {}

    private static RuleSet rules() {
        try {
            List<Problem> problems = new ArrayList<>();
            RuleSet ruleSet = RuleSetReader.read(RuleFolder.read(Path.of("rules"), problems), problems);
            if (ruleSet == null) {
                throw new AssertionError(problems.toString());
            }
            return ruleSet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Book withCases() throws IOException {
        return Book.of(RULES, CaseFolder.read(Path.of("test-cases"), RULES, file -> true));
    }
}
