package org.hqccp.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed list of reasons for which a person may set another outcome. */
class OverrideReasonsTest {
    private static final String FILE = "override-reasons.csv";
    private static final String HEAD = "code,meaning,source\n";

    @Test
    void theReasonsStandInTheOrderOfTheFile() {
        assertThat(reasons("SEEN,A person saw a paper.,BOARD\nASKED_2,A person asked the family.,\"BOARD, DESIGN\"\n"))
                .containsExactly(
                        Map.entry("SEEN", "A person saw a paper."), Map.entry("ASKED_2", "A person asked the family."));
    }

    @Test
    void withoutTheFileThereIsNoReason() {
        assertThat(Trips.read(Trips.files()).overrideReasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Seen,A person saw a paper.,BOARD;    override-reasons.csv:3:1 CODE 'Seen' is not a code (write capitals, digits and _)
            PAPER SEEN,A person saw it.,BOARD;   override-reasons.csv:3:1 CODE 'PAPER SEEN' is not a code (write capitals, digits and _)
            2_SEEN,A person saw a paper.,BOARD;  override-reasons.csv:3:1 CODE '2_SEEN' is not a code (write capitals, digits and _)
            ,A person saw a paper.,BOARD;        override-reasons.csv:3:1 CODE '' is not a code (write capitals, digits and _)
            ASKED,Asked again.,BOARD;            override-reasons.csv:3:1 DUPLICATE the code ASKED stands twice (keep one)
            SEEN,A person saw a paper.,;         override-reasons.csv:3:28 MISSING 'source' is empty (write a tag of sources.csv)
            SEEN,A person saw a paper.,BORD;     override-reasons.csv:3:28 SOURCE 'BORD' is not a tag of sources.csv (did you mean 'BOARD'?)
            SEEN,,BOARD;                         override-reasons.csv:3:6 MISSING 'meaning' is empty (fill it)
            """)
    void aMistakeIsToldAtItsCell(String row, String told) {
        assertThat(Trips.problems(Trips.with(Map.of(FILE, HEAD + "ASKED,A person asked.,BOARD\n" + row + "\n"))))
                .extracting(Problem::toString)
                .containsExactly(told);
    }

    @Test
    void aColumnThatIsNotThereIsTold() {
        assertThat(Trips.problems(Trips.with(Map.of(FILE, "code,meaning\nASKED,A person asked.\n"))))
                .isNotEmpty()
                .allMatch(problem -> problem.file().equals(FILE));
    }

    private static Map<String, String> reasons(String rows) {
        return Trips.read(Trips.with(Map.of(FILE, HEAD + rows))).overrideReasons();
    }
}
