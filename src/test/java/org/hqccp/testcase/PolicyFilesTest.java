package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the rule folder owes its readers: short files, advice with every "not met", and nothing that no rule uses. */
class PolicyFilesTest {
    private static final int LONGEST = 40;
    private static RuleSet ruleSet;

    @BeforeAll
    static void read() throws Exception {
        List<Problem> problems = new ArrayList<>();
        RuleSet read = RuleSetReader.read(RuleFolder.read(Path.of("rules"), problems), problems);
        assertThat(problems).isEmpty();
        assertThat(read).isNotNull();
        ruleSet = read;
    }

    @Test
    void aRuleFitsOnAScreen() {
        assertThat(ruleSet.rules().values())
                .allSatisfy(
                        rule -> assertThat(rule.text().lines()).as(rule.id()).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void whatCanBeNotMetSaysWhatToDo() {
        assertThat(ruleSet.rules().values())
                .filteredOn(rule -> rule.kind() == Rule.Kind.CRITERION || rule.kind() == Rule.Kind.GATE)
                .allSatisfy(rule -> assertThat(rule.advice()).as(rule.id()).isNotBlank());
    }

    @Test
    void everyParameterIsReadByARuleOrAMeasure() {
        Reads reads = new Reads(ruleSet);
        // The measures that `hqccp compare` takes of a cohort.
        Set<String> read =
                new TreeSet<>(Set.of("equity.fourFifths", "sig.p", "sig.minN", "unknown.rate", "indeterminate.rate"));
        ruleSet.rules().keySet().forEach(id -> read.addAll(reads.parametersOf(id)));

        assertThat(ruleSet.parameters().keySet()).hasSameElementsAs(read);
    }

    @Test
    void everyMessageAndSupportIsSaidByARule() {
        Set<String> said = new TreeSet<>();
        ruleSet.rules()
                .values()
                .forEach(r -> said.add(
                        r.conclusion().verb().word() + "/" + r.conclusion().code()));
        ruleSet.decisions().values().stream()
                .filter(d -> d.lastOption() != null)
                .forEach(d -> said.add("action/" + d.lastOption()));

        assertThat(said).containsAll(ruleSet.messages().keySet());
        assertThat(said)
                .containsAll(ruleSet.supports().keySet().stream()
                        .map(id -> "flag/" + id)
                        .toList());
    }
}
