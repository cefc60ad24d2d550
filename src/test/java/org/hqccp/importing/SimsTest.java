package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of the state's collections, by the numbers of their elements. */
class SimsTest {
    @TempDir
    Path folder;

    private Delivery.Read read(String... lines) throws Exception {
        return new Delivery(folder, "sims").file("sims.csv", lines).read();
    }

    @Test
    void elementsAreFoundInTheNamesOfTheColumns() throws Exception {
        Delivery.Read read = read(
                "SASID (DOE002),doe006_dob,DOE016 Grade,DOE017,DOE018,DOE019,DOE034,DOE039,DOE010,Sex,Notes",
                "1,5/4/2011,09,95,110.5,01,20,00,33,F,free text");

        assertThat(read.only())
                .isEqualTo("{\"student\":{\"dateOfBirth\":\"2011-05-04\",\"gradeLevel\":9,\"daysAbsent\":15.5,"
                        + "\"daysMembership\":110.5,\"lowIncome\":true,\"iep\":true,\"plan504\":false}}");
        assertThat(read.of(Kind.REFUSED)).containsExactly("sims.csv:0:0 DOE010", "sims.csv:0:0 Sex");
        assertThat(read.of(Kind.NOT_KNOWN)).containsExactly("sims.csv:0:0 Notes");
    }

    @Test
    void aBlankCellSaysNothingAndACodeOfNoListIsNotGuessed() throws Exception {
        Delivery.Read read = read("DOE002,DOE016,DOE019,DOE025,DOE041", "1,09,,7,No");

        assertThat(read.only())
                .isEqualTo("{\"student\":{\"gradeLevel\":9,"
                        + "\"el\":{\"unknown\":\"the district's files hold a value that was not understood\"},"
                        + "\"slife\":{\"unknown\":\"the district's files hold a value that was not understood\"}}}");
        assertThat(read.of(Kind.NOT_UNDERSTOOD))
                .containsExactly("sims.csv:2:7 SIMS.DOE025", "sims.csv:2:9 SIMS.DOE041");
    }

    @Test
    void aTownTellsTheStateWhereItsCodeIsKnown() throws Exception {
        assertThat(read("DOE002,DOE014", "1,035").only())
                .isEqualTo("{\"student\":{\"residencyTown\":\"Boston\",\"livesInMassachusetts\":true}}");
        assertThat(read("DOE002,DOE014", "1,999").only()).contains("\"livesInMassachusetts\":{\"unknown\"");
    }

    @Test
    void whoIsNoLongerEnrolledIsPassedOver() throws Exception {
        Delivery.Read read = read("DOE002,DOE012,DOE016", "1,01,09", "2,05,09", "3,99,09");

        assertThat(read.cases()).hasSize(1);
        assertThat(read.report().passedOver()).containsEntry("SIMS", 1L);
        assertThat(read.of(Kind.NOT_TAKEN)).containsExactly("sims.csv:4:3 SIMS.DOE012");
    }

    @Test
    void daysThatCannotBeAreUnknown() throws Exception {
        Delivery.Read read = read("DOE002,DOE006,DOE017,DOE018", "1,13/13/2011,120,110", "2,2011-02-30,x,110");

        assertThat(read.cases())
                .allSatisfy(each -> assertThat(each)
                        .contains(
                                "\"dateOfBirth\":{\"unknown\"",
                                "\"daysAbsent\":{\"unknown\"",
                                "\"daysMembership\":110"));
    }

    @Test
    void aColumnFilledWithOneValueIsNotBelieved() throws Exception {
        String[] lines = new String[ImportOptions.USUAL_CONSTANT_FROM + 1];
        lines[0] = "DOE002,DOE014,DOE016,DOE019,DOE025";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = i + ",035,09,00," + (i == 1 ? "01" : "00");
        }
        Delivery.Read read = read(lines);

        assertThat(read.cases())
                .hasSize(ImportOptions.USUAL_CONSTANT_FROM)
                .allSatisfy(each -> assertThat(each)
                        .contains(
                                "\"gradeLevel\":9",
                                "\"residencyTown\":\"Boston\"",
                                "\"lowIncome\":{\"unknown\":\"the district's files hold one same value for everybody, which is not believed\"}",
                                "\"el\":"));
        assertThat(read.of(Kind.CONSTANT)).containsExactly("SIMS:0:0 SIMS.DOE019");
        assertThat(read.report().known()).doesNotContainKey("lowIncome").containsEntry("el", 30L);
    }

    @Test
    void ofFewStudentsOneValueIsBelieved() throws Exception {
        assertThat(read("DOE002,DOE019", "1,00", "2,00").cases())
                .containsExactly("{\"student\":{\"lowIncome\":false}}", "{\"student\":{\"lowIncome\":false}}");
    }

    @Test
    void aColumnThatIsBlankForSomeIsBelieved() throws Exception {
        String[] lines = new String[50];
        lines[0] = "DOE002,DOE041";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = i + "," + (i == 7 ? "" : "01");
        }
        Delivery.Read read = read(lines);

        assertThat(read.of(Kind.CONSTANT)).isEmpty();
        assertThat(read.report().known()).containsEntry("slife", 48L);
    }

    @Test
    void theSupplementalFormAddsToTheStatusAndNeverTakesFromIt() throws Exception {
        assertThat(read("DOE002,DOE019,DOE056", "1,01,00", "2,,01", "3,,00").cases())
                .containsExactly(
                        "{\"student\":{\"lowIncome\":true}}", "{\"student\":{\"lowIncome\":true}}", "{\"student\":{}}");
    }
}
