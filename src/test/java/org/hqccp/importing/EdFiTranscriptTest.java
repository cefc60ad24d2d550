package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.importing.EdFiFiles.NOT_TOLD;
import static org.hqccp.importing.EdFiFiles.NOT_UNDERSTOOD;
import static org.hqccp.importing.EdFiFiles.NOT_WHOLE;
import static org.hqccp.importing.EdFiFiles.code;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** College courses of Ed-Fi's transcripts: another list whose items are records. */
class EdFiTranscriptTest {
    private static final String TRANSCRIPT = "CourseTranscript";

    @TempDir
    Path folder;

    private static String transcript(String course, String result, String category, String more) {
        return "<CourseTranscript>" + code("CourseAttemptResult", result) + more
                + "<CourseReference><CourseIdentity><CourseCode>" + course
                + "</CourseCode></CourseIdentity></CourseReference><StudentAcademicRecordReference>"
                + "<StudentAcademicRecordIdentity><SchoolYear>2024-2025</SchoolYear><StudentReference><StudentIdentity>"
                + "<StudentUniqueId>1</StudentUniqueId></StudentIdentity></StudentReference>"
                + code("Term", "Fall Semester")
                + "</StudentAcademicRecordIdentity></StudentAcademicRecordReference><CourseTitle>Course " + course
                + "</CourseTitle>" + (category.isEmpty() ? "" : code("CreditCategory", category))
                + "</CourseTranscript>";
    }

    private static String letter(String grade) {
        return "<FinalLetterGradeEarned>" + grade + "</FinalLetterGradeEarned>";
    }

    private static String credits(String number, String type) {
        return "<EarnedCredits><Credits>" + number + "</Credits>" + code("CreditType", type) + "</EarnedCredits>";
    }

    private EdFiFiles files(String... transcripts) {
        EdFiFiles files = new EdFiFiles(folder).student("1");
        for (String transcript : transcripts) {
            files.record("StudentTranscript", transcript);
        }
        return files;
    }

    @Test
    void collegeCoursesAreAListOnceAllTranscriptsAreGiven() throws Exception {
        EdFiFiles files = files(
                transcript("ENG1", "Pass", "Dual Credit", letter("B+") + credits("3", "Carnegie unit")),
                transcript("MAT1", "Pass", "Dual Credit", letter("C-") + credits("4", "College credit")),
                transcript("PHY1", "Withdrawn", "Dual Credit", letter("W")),
                transcript("ART1", "Pass", "Honors", letter("A")));

        assertThat(files.delivery(TRANSCRIPT).read().only())
                .isEqualTo("{\"student\":{\"collegeCredits\":[{\"course\":\"Course ENG1\",\"counts\":true},"
                        + "{\"course\":\"Course MAT1\",\"credits\":4,\"counts\":true}]}}");
        assertThat(files.delivery().read().only()).isEqualTo("{\"student\":{\"collegeCredits\":" + NOT_WHOLE + "}}");
    }

    @ParameterizedTest
    @CsvSource({
        "Pass, Dual Credit, C-, true, ''",
        "Fail, Dual Credit, F, false, true",
        "Pass, Dual Credit, P, NOT_UNDERSTOOD, NOT_UNDERSTOOD",
        "Odd, Dual Credit, D, false, true"
    })
    void theLetterTellsWhetherACreditCounts(String result, String category, String grade, String counts, String below)
            throws Exception {
        String only = files(transcript("ENG1", result, category, letter(grade)))
                .delivery(TRANSCRIPT)
                .read()
                .only();

        assertThat(only).contains("\"counts\":" + (counts.startsWith("NOT") ? NOT_UNDERSTOOD : counts) + "}]");
        assertThat(only.contains("collegeGradeBelowCMinus")).isEqualTo(!below.isEmpty());
        assertThat(only)
                .contains(
                        below.isEmpty()
                                ? ""
                                : "\"collegeGradeBelowCMinus\":" + (below.equals("true") ? "true" : NOT_UNDERSTOOD));
    }

    /** Many districts do not fill the category: that is told once, and not of each transcript. */
    @Test
    void aCourseThatMayBeACollegesMakesTheListUnknown() throws Exception {
        Delivery.Read read = files(
                        transcript("ENG1", "Pass", "Dual Credit", letter("B")),
                        transcript("MAT1", "Pass", "", letter("D")))
                .delivery(TRANSCRIPT)
                .read();

        assertThat(read.only()).isEqualTo("{\"student\":{\"collegeCredits\":" + NOT_TOLD + "}}");
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).isEmpty();
        assertThat(read.report().notCounted())
                .extracting(n -> n.times() + " " + n.message())
                .containsExactly("1 collegeCredits: a record does not tell whether it is one");
    }

    @Test
    void theSameCourseOfTheSameTermIsOneItem() throws Exception {
        String course = transcript("ENG1", "Pass", "Dual Credit", letter("B"));
        Delivery.Read read = files(course, course, course.replace("Fall", "Spring"))
                .delivery(TRANSCRIPT)
                .read();

        String item = "{\"course\":\"Course ENG1\",\"counts\":true}";
        assertThat(read.only()).isEqualTo("{\"student\":{\"collegeCredits\":[" + item + "," + item + "]}}");
        assertThat(read.of(Kind.DUPLICATE)).hasSize(1);
    }

    @Test
    void whatCannotBeToldApartMakesTheListUnknown() throws Exception {
        String course = transcript("ENG1", "Pass", "Dual Credit", letter("B"))
                .replaceAll("<CourseReference>.*</CourseReference>", "<CourseReference ref=\"C1\"/>");

        assertThat(files(course).delivery(TRANSCRIPT).read().only())
                .isEqualTo("{\"student\":{\"collegeCredits\":" + NOT_UNDERSTOOD + "}}");
    }
}
