package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;

/** The list of everything the policy handbook asks for, and the rule folder that is held against it. */
final class Handbook {
    private static final Path LIST = Path.of("src/test/resources/policy/handbook-ids.csv");

    private Handbook() {}

    static List<NamedCsvRecord> rows() throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(LIST)) {
            return reader.stream().toList();
        }
    }

    static RuleSet ruleSet() throws IOException {
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = RuleSetReader.read(RuleFolder.read(Path.of("rules"), problems), problems);
        assertThat(problems).isEmpty();
        assertThat(ruleSet).isNotNull();
        return ruleSet;
    }

    /** The handbook row a rule belongs to: its id without the suffix. */
    static String family(String ruleId) {
        int dot = ruleId.indexOf('.');
        return dot < 0 ? ruleId : ruleId.substring(0, dot);
    }

    static List<Rule> rules(RuleSet ruleSet, String id) {
        return ruleSet.rules().values().stream()
                .filter(r -> family(r.id()).equals(id))
                .toList();
    }
}
