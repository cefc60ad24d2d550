package org.hqccp.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.rulelanguage.Problem;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Path RULES = Path.of("src/test/resources/testcase/rules");
    private static final String FILE = "event-permit/example.yaml";

    @Test
    void anExampleThatDecidesIsNoProblem() throws IOException {
        assertThat(problemsAfter("seats: 40", "seats: 41")).isEmpty();
    }

    @Test
    void aNameThatIsNoFactIsShownWhereItsThingStands() throws IOException {
        assertThat(problemsAfter("seats: 40", "seets: 40"))
                .containsExactly(
                        "event-permit/example.yaml:4:5 the example cannot be decided: /events/0: name 3 of this object is no fact of event");
    }

    @Test
    void aWrongValueIsShownWhereItStands() throws IOException {
        assertThat(problemsAfter("seats: 40", "seats: many"))
                .containsExactly(
                        "event-permit/example.yaml:4:41 the example cannot be decided: /events/0/seats: number of seats is a whole number");
    }

    @Test
    void theWordUnknownIsReadAsInTestCases() throws IOException {
        assertThat(problemsAfter("seats: 40", "seats: unknown")).isEmpty();
    }

    private static List<String> problemsAfter(String text, String replacement) throws IOException {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(RULES, problems);
        String example = files.get(FILE);
        assertThat(example).contains(text);
        files.put(FILE, String.valueOf(example).replace(text, replacement));
        RuleSetReader.read(files, problems);
        return problems.stream()
                .map(p -> p.file() + ":" + p.line() + ":" + p.column() + " " + p.message())
                .toList();
    }
}
