package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.importing.EdFiFiles.NOT_TOLD;
import static org.hqccp.importing.EdFiFiles.NOT_UNDERSTOOD;
import static org.hqccp.importing.EdFiFiles.NOT_WHOLE;
import static org.hqccp.importing.EdFiFiles.code;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of Ed-Fi that a code, a day or a name of the district tells, and what stays unknown. */
class EdFiFactsTest {
    private static final String ABOUT = "StudentEducationOrganizationAssociation";

    @TempDir
    Path folder;

    private EdFiFiles student() {
        return new EdFiFiles(folder).student("1");
    }

    private String about(String content) throws Exception {
        return student()
                .of("StudentEnrollment", ABOUT, "1", content)
                .delivery()
                .read()
                .only();
    }

    private static String says(String fact, String value) {
        return "{\"student\":{\"" + fact + "\":" + value + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "Active Duty, true",
        "Reserve, true",
        "DoD Civilian, false",
        "Not Military Connected, false",
        "Veteran, NOT_TOLD",
        "Unknown, NOT_TOLD",
        "Sailor, NOT_UNDERSTOOD"
    })
    void theMilitaryConnectionOfThoseWhoSupportAStudent(String code, String told) throws Exception {
        assertThat(about(code("SupporterMilitaryConnection", code))).isEqualTo(says("militaryFamily", value(told)));
    }

    @ParameterizedTest
    @CsvSource({
        "Laptop Computer, true",
        "Tablet, true",
        "None, false",
        "Desktop Computer, NOT_TOLD",
        "Smartphone, NOT_TOLD",
        "Abacus, NOT_UNDERSTOOD"
    })
    void theDeviceAwayFromSchool(String code, String told) throws Exception {
        assertThat(about(code("PrimaryLearningDeviceAwayFromSchool", code)))
                .isEqualTo(says("deviceAtHome", value(told)));
    }

    @ParameterizedTest
    @CsvSource({"Home, MA, true", "Home, RI, false", "Home, XX, NOT_UNDERSTOOD", "Mailing, MA, ''"})
    void theStateOfTheHome(String type, String state, String told) throws Exception {
        String address = "<Address>" + code("AddressType", type) + code("StateAbbreviation", state) + "</Address>";

        assertThat(about(address))
                .isEqualTo(told.isEmpty() ? "{\"student\":{}}" : says("livesInMassachusetts", value(told)));
    }

    @ParameterizedTest
    @CsvSource({
        "EWIS, High, '', HIGH",
        "EWIS, Low, <EndDate>2026-03-02</EndDate>, LOW",
        "EWIS, Low, <EndDate>2026-03-01</EndDate>, ''",
        "EWIS, 3, '', NOT_UNDERSTOOD",
        "Risk, High, '', ''"
    })
    void theEarlyWarningLevel(String name, String level, String period, String told) throws Exception {
        String indicator = "<StudentIndicator><IndicatorName>" + name + "</IndicatorName><Indicator>" + level
                + "</Indicator><Period>" + period + "</Period></StudentIndicator>";

        assertThat(about(indicator))
                .isEqualTo(
                        told.isEmpty()
                                ? "{\"student\":{}}"
                                : says("ewisRisk", told.startsWith("NOT") ? value(told) : '"' + told + '"'));
    }

    /** A district's own characteristic is nobody's but the district's: it is read once a row says so. */
    @Test
    void aCharacteristicOfTheDistrict() throws Exception {
        String own = "uri://district.example/StudentCharacteristicDescriptor#SLIFE";
        EdFiFiles files = student()
                .of(
                        "StudentEnrollment",
                        ABOUT,
                        "1",
                        "<StudentCharacteristic><StudentCharacteristic>" + own
                                + "</StudentCharacteristic></StudentCharacteristic>");

        assertThat(files.delivery().read().only()).isEqualTo("{\"student\":{}}");
        assertThat(files.delivery()
                        .rows("ed-fi," + ABOUT
                                + ",,characteristic: SLIFE,yes,student.slife,,StudentCharacteristic/StudentCharacteristic = "
                                + own + ",doubt,BK\n")
                        .read()
                        .only())
                .isEqualTo(says("slife", "true"));
    }

    @ParameterizedTest
    @CsvSource({"Student Success Plan, ''", "MyCAP, true", "Our plan, NOT_UNDERSTOOD"})
    void anEducationPlan(String code, String told) throws Exception {
        String only = student()
                .enrolled("1", "7", "2025-08-30", code("EducationPlan", code))
                .delivery()
                .read()
                .only();

        assertThat(only.contains("mycapExists")).isEqualTo(!told.isEmpty());
        assertThat(only).contains(told.isEmpty() ? "" : "\"mycapExists\":" + value(told));
    }

    @ParameterizedTest
    @CsvSource({
        "Regular diploma, 2026-03-02, true",
        "Regular diploma, 2026-03-03, ''",
        "Certificate of attendance, 2025-06-20, ''",
        "Modified diploma, 2025-06-20, NOT_TOLD",
        "High school equivalency credential, 2025-06-20, NOT_UNDERSTOOD",
        "Regular diploma, June, NOT_UNDERSTOOD"
    })
    void aDiploma(String type, String day, String told) throws Exception {
        String diploma =
                "<Diploma><DiplomaAwardDate>" + day + "</DiplomaAwardDate>" + code("DiplomaType", type) + "</Diploma>";
        String only = student()
                .of("StudentTranscript", "StudentAcademicRecord", "1", diploma)
                .delivery()
                .read()
                .only();

        assertThat(only).isEqualTo(told.isEmpty() ? "{\"student\":{}}" : says("diplomaEarned", value(told)));
    }

    /** Twelve months, or the school year? Where the two differ, nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, true",
        "2025-07-01, true",
        "2025-06-30, NOT_TOLD",
        "2025-03-03, NOT_TOLD",
        "2025-03-02, false",
        "2026-03-03, NOT_UNDERSTOOD",
        "last year, NOT_UNDERSTOOD"
    })
    void theFirstYearInSchoolsOfTheCountry(String day, String told) throws Exception {
        String only = student()
                .of(
                        "StudentProgram",
                        "StudentMigrantEducationProgramAssociation",
                        "1",
                        "<USInitialSchoolEntry>" + day + "</USInitialSchoolEntry>")
                .delivery()
                .read()
                .only();

        assertThat(only).contains("\"firstYearInUsSchools\":" + value(told));
    }

    @Test
    void pathwaysAreKnownOnlyWhereAllProgramsAreGiven() throws Exception {
        String cte = "StudentCTEProgramAssociation";
        EdFiFiles files = new EdFiFiles(folder).student("1").student("2").student("3");
        files.of("StudentProgram", "StudentProgramAssociation", "1", program("Early College"));
        files.of("StudentProgram", "StudentProgramAssociation", "1", program("Bilingual"));
        files.of("StudentProgram", cte, "1", program("Chapter 74"));
        files.of("StudentProgram", cte, "2", program("Career and Technical Education"));

        assertThat(pathways(files.delivery().read())).containsExactly(NOT_WHOLE, NOT_TOLD, "");
        // Who is in no other program may still be in a career technical one.
        assertThat(pathways(files.delivery("StudentProgramAssociation").read()))
                .containsExactly(NOT_WHOLE, NOT_TOLD, "");
        assertThat(pathways(files.delivery("StudentProgramAssociation", cte).read()))
                .containsExactly("[\"CH74\",\"EC\"]", NOT_TOLD, "[]");
    }

    private static String program(String name) {
        return "<ProgramReference><ProgramIdentity><ProgramName>" + name
                + "</ProgramName></ProgramIdentity></ProgramReference>";
    }

    private static List<String> pathways(Delivery.Read read) {
        return read.cases().stream()
                .map(each -> each.replaceAll("^\\{\"student\":\\{(\"pathwaysEnrolled\":)?|}}$", ""))
                .toList();
    }

    private static String value(String told) {
        return switch (told) {
            case "NOT_TOLD" -> NOT_TOLD;
            case "NOT_UNDERSTOOD" -> NOT_UNDERSTOOD;
            default -> told;
        };
    }
}
