package org.hqccp.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hqccp.decisionlog.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawRecordTest {
    private static final Draw DRAW = new Draw(
            "health",
            1,
            new Seed("a".repeat(64)),
            "4 1 6",
            List.of(new Entrant("A-1", 1, 2), new Entrant("A-2", 3, 2), new Entrant("A-3", 2, 3)));
    private static final String RECORD = new String(new DrawRecord(DRAW, "rules-1").json(), StandardCharsets.UTF_8);

    private static List<String> check(String json) throws FormatException {
        return DrawRecord.check(json.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void aRecordComesOutAsItSays() throws FormatException {
        assertThat(check(RECORD)).isEmpty();
        assertThat(DrawRecord.check(
                        RECORD.getBytes(StandardCharsets.UTF_8), DRAW.seed().commitment()))
                .isEmpty();
    }

    @Test
    void aSeedOtherThanTheOneCommittedToIsFound() throws FormatException {
        assertThat(DrawRecord.check(RECORD.getBytes(StandardCharsets.UTF_8), "b".repeat(64)))
                .containsExactly("the seed is not the one that was committed to.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"publicValue\":\"4 1 6\"|\"publicValue\":\"4 1 7\"|comes out otherwise",
                "\"program\":\"health\"|\"program\":\"arts\"|comes out otherwise",
                "\"seats\":1|\"seats\":2|comes out otherwise",
                "\"seat\":true|\"seat\":false|comes out otherwise",
                "\"place\":1|\"place\":4|comes out otherwise",
                "\"ref\":\"A-1\"|\"ref\":\"A-9\"|the hash of the list",
                "\"tickets\":3|\"tickets\":4|the hash of the list",
                "\"turn\":3|\"turn\":2|the hash of the list",
                "\"seed\":\"aaaa|\"seed\":\"baaa|the commitment is not that of the seed",
                "\"seats\":1|\"seats\":1,\"note\":\"x\"|holds something that no record",
            })
    void whateverIsChangedIsFound(String old, String young, String told) throws FormatException {
        String changed = RECORD.replace(old, young);
        assertThat(changed).isNotEqualTo(RECORD);
        assertThat(check(changed)).singleElement().asString().contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hqccp-lottery-1|hqccp-lottery-2|no record of a draw",
                "\"tickets\":3|\"tickets\":0|whole number from 1",
                "\"tickets\":3|\"tickets\":\"3\"|whole number",
                "\"turn\":3|\"turn\":7|whole number from 1 to 4",
                "\"ref\":\"A-1\"|\"ref\":\"A-2\"|twice",
                "\"seed\":\"aaaa|\"seed\":\"zaaa|64 hexadecimal digits",
                "\"seats\":1|\"seats\":1.5|whole number",
                "\"program\":\"health\"|\"program\":7|is no text",
                "\"order\":[|\"order\":[3,|no place",
            })
    void whatIsNoRecordIsRefused(String old, String young, String told) {
        String changed = RECORD.replace(old, young);
        assertThat(changed).isNotEqualTo(RECORD);
        assertThatThrownBy(() -> check(changed))
                .isInstanceOf(FormatException.class)
                .extracting(e -> ((FormatException) e).message())
                .asString()
                .contains(told);
    }
}
