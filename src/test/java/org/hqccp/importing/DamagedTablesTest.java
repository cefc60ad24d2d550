package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage of every kind: it is told with its row and column, the rest goes on, and nothing is lost or invented. */
class DamagedTablesTest {
    private static final String HEADER = "DOE002,DOE003,DOE016,DOE025";
    private static final String NINE = "{\"student\":{\"gradeLevel\":9,\"el\":true}}";

    @TempDir
    Path folder;

    private Delivery sims() {
        return new Delivery(folder, "sims");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(sims().file("sims.csv", "\uFEFF" + HEADER, "1,a,09,01")
                        .read()
                        .only())
                .isEqualTo(NINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void utf16IsReadAsWhatItIs(String name) throws Exception {
        Delivery.Read read = sims().file("sims.csv", Charset.forName(name), HEADER, "1,a,09,01")
                .read();

        assertThat(read.only()).isEqualTo(NINE);
        assertThat(read.says(Kind.NOTE)).contains("UTF-16");
    }

    @Test
    void aLetterOfAnotherEncodingCostsNoMoreThanItsCell() throws Exception {
        Delivery.Read read = sims().file(
                        "sims.csv", StandardCharsets.ISO_8859_1, HEADER, "1,Zo\u00eb,09,01", "2,b,\u00e9,01")
                .read();

        assertThat(read.cases().get(0)).isEqualTo(NINE);
        assertThat(read.cases().get(1))
                .isEqualTo("{\"student\":{\"gradeLevel\":{\"unknown\":\"the district's files hold a value that was not"
                        + " understood\"},\"el\":true}}");
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).containsExactly("sims.csv:3:5 SIMS.DOE016");
        assertThat(read.says(Kind.NOT_UNDERSTOOD)).contains("letters of the encoding");
    }

    @Test
    void anIdInAnotherEncodingIsReadWhereTheEncodingIsNamed() throws Exception {
        Delivery file = sims().file("sims.csv", StandardCharsets.ISO_8859_1, HEADER, "\u00e9,a,09,01");

        assertThat(file.read().of(Kind.BAD_ROW)).containsExactly("sims.csv:2:1 SIMS.DOE002");
        assertThat(file.encoding(StandardCharsets.ISO_8859_1).read().only()).isEqualTo(NINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void anotherDelimiterIsToldNotGuessed(String delimiter) throws Exception {
        Delivery file = sims().file("sims.csv", HEADER.replace(",", delimiter), "1,a,09,01".replace(",", delimiter));

        assertThat(file.read().cases()).isEmpty();
        assertThat(file.read().of(Kind.BAD_FILE)).containsExactly("sims.csv:1:7 null");
        assertThat(file.read().says(Kind.BAD_FILE)).contains("--delimiter");
        assertThat(file.delimiter(delimiter.charAt(0)).read().only()).isEqualTo(NINE);
    }

    @Test
    void aMissingColumnLeavesItsFactsUnknown() throws Exception {
        Delivery.Read read = sims().file("sims.csv", "DOE002,DOE016", "1,09").read();

        assertThat(read.only()).isEqualTo("{\"student\":{\"gradeLevel\":9}}");
        assertThat(read.of(Kind.MISSING_COLUMN)).contains("sims.csv:1:0 DOE025").doesNotContain("sims.csv:1:0 DOE016");
    }

    @Test
    void withoutTheColumnOfTheStudentNothingIsRead() throws Exception {
        Delivery.Read read = sims().file("sims.csv", "DOE016,DOE025", "09,01").read();

        assertThat(read.cases()).isEmpty();
        assertThat(read.of(Kind.BAD_FILE)).containsExactly("sims.csv:1:1 DOE002");
    }

    @Test
    void aTableWithoutNamesOfColumnsIsToldWithoutItsValues() throws Exception {
        Delivery.Read read =
                sims().file("sims.csv", "1,Given,09,01", "2,Other,10,00").read();

        assertThat(read.of(Kind.BAD_FILE)).containsExactly("sims.csv:1:1 null");
        assertThat(read.noted().toString()).doesNotContain("Given");
    }

    @Test
    void aColumnThatStandsTwiceIsNotChosenFrom() throws Exception {
        Delivery.Read read =
                sims().file("sims.csv", "DOE002,DOE016,DOE016", "1,09,10").read();

        assertThat(read.cases()).isEmpty();
        assertThat(read.of(Kind.BAD_FILE)).containsExactly("sims.csv:1:15 DOE016");
    }

    @Test
    void rowsTooShortOrTooLongAreLeftOutAndToldWhere() throws Exception {
        Delivery.Read read = sims().file(
                        "sims.csv", HEADER, "1,a,09,01", "2,b,10", "3,Two, Names,10,00", "", "4,a,09,01")
                .read();

        assertThat(read.cases()).containsExactly(NINE, NINE);
        assertThat(read.of(Kind.BAD_ROW)).containsExactly("sims.csv:3:5 null", "sims.csv:4:14 null");
    }

    @Test
    void anOpenQuoteSwallowsNoOtherRow() throws Exception {
        Delivery.Read read = sims().file(
                        "sims.csv", HEADER, "1,\"a,09,01", "2,b,09,01", "3,\"c\"x,09,01", "4,\"d\nd, \"\"e\",09,01")
                .read();

        assertThat(read.cases()).containsExactly(NINE, NINE);
        assertThat(read.of(Kind.BAD_ROW)).containsExactly("sims.csv:2:3 null", "sims.csv:4:3 null");
        assertThat(read.report().hasLosses()).isTrue();
    }

    @Test
    void aHugeFieldIsNoValueAndAHugeLineNoRow() throws Exception {
        Delivery.Read read = sims().file(
                        "sims.csv",
                        HEADER,
                        "1," + "a".repeat(100_000) + ",09,01",
                        "2,b," + "9".repeat(100_000) + ",01",
                        "3," + "c".repeat(TextLines.LONGEST) + ",09,01",
                        "4,d,09,01")
                .read();

        assertThat(read.cases()).hasSize(3).contains(NINE);
        assertThat(read.cases().get(1)).contains("not understood");
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).containsExactly("sims.csv:3:5 SIMS.DOE016");
        assertThat(read.of(Kind.BAD_ROW)).containsExactly("sims.csv:4:1 null");
    }

    @Test
    void anEmptyFileIsTold() throws IOException {
        assertThat(sims().bytes("sims.csv", new byte[0]).read().of(Kind.BAD_FILE))
                .containsExactly("sims.csv:1:1 null");
    }
}
