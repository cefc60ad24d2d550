package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interchange files of Ed-Fi: what is told by the presence of a record, by its days, and by its codes. */
class EdFiTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @TempDir
    Path folder;

    private Delivery students(String... ids) throws IOException {
        StringBuilder xml = new StringBuilder();
        for (String id : ids) {
            xml.append("<Student><StudentUniqueId>")
                    .append(id)
                    .append("</StudentUniqueId><Name><FirstName>Given</FirstName>")
                    .append("</Name><BirthData><BirthDate>2011-05-0")
                    .append(id)
                    .append("</BirthDate>")
                    .append("<BirthSex>uri://ed-fi.org/SexDescriptor#Female</BirthSex></BirthData></Student>");
        }
        return new Delivery(folder, "ed-fi").file("Student.xml", HEAD, interchange("Student", xml.toString()));
    }

    private static String interchange(String kind, String content) {
        return "<Interchange" + kind + " xmlns=\"http://ed-fi.org/5.2.0\">" + content + "</Interchange" + kind + ">";
    }

    private static String of(String record, String id, String content) {
        return "<" + record + "><StudentReference><StudentIdentity><StudentUniqueId>" + id
                + " </StudentUniqueId></StudentIdentity></StudentReference>" + content + "</" + record + ">";
    }

    private static String homeless(String id, String content) {
        return of("StudentHomelessProgramAssociation", id, "<BeginDate>2025-08-30</BeginDate>" + content);
    }

    @Test
    void anAssociationSaysYesAndItsAbsenceNothing() throws Exception {
        Delivery.Read read = students("1", "2")
                .file(
                        "StudentProgram.xml",
                        interchange(
                                "StudentProgram",
                                homeless("1", "<HomelessUnaccompaniedYouth>0</HomelessUnaccompaniedYouth>")))
                .read();

        assertThat(read.cases())
                .containsExactly(
                        "{\"student\":{\"dateOfBirth\":\"2011-05-01\",\"homeless\":true,\"unaccompanied\":false}}",
                        "{\"student\":{\"dateOfBirth\":\"2011-05-02\"}}");
        assertThat(read.of(Kind.REFUSED)).containsExactly("Student.xml:0:0 Student/BirthData/BirthSex");
        assertThat(read.of(Kind.IDENTITY)).containsExactly("Student.xml:0:0 Student/Name");
        assertThat(read.noted().toString()).doesNotContain("Given", "Female");
    }

    @Test
    void aFinancialAidFormIsOnFileFromTheDayOfItsEventOn() throws Exception {
        Delivery.Read read = students("1", "2", "3")
                .file(
                        "PostSecondaryEvent.xml",
                        interchange(
                                "PostSecondaryEvent",
                                event(
                                                "1",
                                                "2025-11-03",
                                                "uri://ed-fi.org/PostSecondaryEventCategoryDescriptor#FAFSA Application")
                                        + event("1", "2025-11-04", "College Application")
                                        + event("2", "2025-11-04", "College Application")
                                        + event("3", "2030-01-01", "FAFSA Application")))
                .read();

        assertThat(read.cases())
                .containsExactly(
                        "{\"student\":{\"dateOfBirth\":\"2011-05-01\",\"financialAidFormOnFile\":true}}",
                        "{\"student\":{\"dateOfBirth\":\"2011-05-02\"}}",
                        "{\"student\":{\"dateOfBirth\":\"2011-05-03\"}}");
    }

    private static String event(String id, String day, String category) {
        return of(
                "PostSecondaryEvent",
                id,
                "<EventDate>" + day + "</EventDate><PostSecondaryEventCategory>" + category
                        + "</PostSecondaryEventCategory>");
    }

    @Test
    void whereTheRecordsAreCompleteTheirAbsenceSaysNo() throws Exception {
        Delivery delivery = students("1", "2", "3")
                .complete("StudentHomelessProgramAssociation")
                .file(
                        "StudentProgram.xml",
                        interchange(
                                "StudentProgram", homeless("1", "") + homeless("2", "<EndDate>2025-12-17</EndDate>")));

        assertThat(delivery.read().cases())
                .satisfiesExactly(
                        one -> assertThat(one).contains("\"homeless\":true"),
                        two -> assertThat(two).contains("\"homeless\":false"),
                        three -> assertThat(three).contains("\"homeless\":false"));
    }

    @Test
    void damagedRecordsAreNotCompleteWhateverIsSaidOfThem() throws Exception {
        Delivery.Read read = students("1", "2")
                .complete("StudentHomelessProgramAssociation", "StudentMigrantEducationProgramAssociation")
                .file(
                        "StudentProgram.xml",
                        interchange("StudentProgram", homeless("1", "") + homeless("2", "<EndDate>soon</EndDate>")))
                .read();

        assertThat(read.cases().get(1)).doesNotContain("homeless", "migrant");
        assertThat(read.of(Kind.NOT_TAKEN)).containsExactly("StudentProgram.xml:1:0 StudentHomelessProgramAssociation");
        assertThat(read.of(Kind.NOT_COMPLETE)).hasSize(2);
    }

    @Test
    void gradeAndSchoolComeFromTheEnrollmentThatHolds() throws Exception {
        String school = "<SchoolReference><SchoolIdentity><SchoolId>%s</SchoolId></SchoolIdentity></SchoolReference>";
        Delivery.Read read = students("1")
                .file(
                        "StudentEnrollment.xml",
                        interchange(
                                "StudentEnrollment",
                                of(
                                                "StudentSchoolAssociation",
                                                "1",
                                                String.format(school, "8") + "<EntryDate>2024-08-30</EntryDate>"
                                                        + "<EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Ninth grade</EntryGradeLevel>"
                                                        + "<ExitWithdrawDate>2025-06-20</ExitWithdrawDate>")
                                        + of(
                                                "StudentSchoolAssociation",
                                                "1",
                                                String.format(school, "7") + "<EntryDate>2025-08-30</EntryDate>"
                                                        + "<EntryGradeLevel>Tenth grade</EntryGradeLevel>")))
                .file(
                        "EducationOrganization.xml",
                        interchange(
                                "EducationOrganization",
                                "<School><SchoolId>7</SchoolId><NameOfInstitution>North High</NameOfInstitution></School>"))
                .read();

        assertThat(read.only())
                .isEqualTo(
                        "{\"student\":{\"dateOfBirth\":\"2011-05-01\",\"gradeLevel\":10,\"school\":\"North High\",\"daysMembership\":"
                                + "{\"unknown\":\"the district's files hold no calendar that is surely the student's\"}}}");
        assertThat(read.report().passedOver()).containsEntry("StudentSchoolAssociation", 1L);
    }

    @Test
    void aCodeOfAnotherPlaceIsNotTakenForTheStandardsOwn() throws Exception {
        Delivery.Read read = students("1")
                .file(
                        "StudentEnrollment.xml",
                        interchange(
                                "StudentEnrollment",
                                of(
                                        "StudentSchoolAssociation",
                                        "1",
                                        "<EntryGradeLevel>uri://district.example/GradeLevelDescriptor#Ninth grade</EntryGradeLevel>")))
                .read();

        assertThat(read.only()).contains("\"gradeLevel\":{\"unknown\":");
        assertThat(read.of(Kind.NOT_UNDERSTOOD))
                .containsExactly("StudentEnrollment.xml:1:214 StudentSchoolAssociation.EntryGradeLevel");
    }

    @Test
    void aShortNameIsUnderstoodWhereADescriptorFileExplainsIt() throws Exception {
        Delivery delivery = students("1")
                .file(
                        "StudentEnrollment.xml",
                        interchange(
                                "StudentEnrollment",
                                of("StudentSchoolAssociation", "1", "<EntryGradeLevel>Gr 9</EntryGradeLevel>")));
        assertThat(delivery.read().only()).contains("\"gradeLevel\":{\"unknown\":");

        delivery.file(
                "GradeLevelDescriptor.xml",
                interchange(
                        "Descriptors",
                        "<GradeLevelDescriptor><CodeValue>Ninth grade</CodeValue><ShortDescription>Gr 9</ShortDescription>"
                                + "</GradeLevelDescriptor>"));
        assertThat(delivery.read().only()).contains("\"gradeLevel\":9");
    }

    @Test
    void partsOfARecordStandTogether() throws Exception {
        String address = "<Address><AddressType>uri://ed-fi.org/AddressTypeDescriptor#%s</AddressType><City>%s</City>"
                + "<StreetNumberName>1 Way</StreetNumberName>%s</Address>";
        String trait =
                "<StudentCharacteristic><StudentCharacteristic>uri://ed-fi.org/StudentCharacteristicDescriptor#%s"
                        + "</StudentCharacteristic>%s</StudentCharacteristic>";
        Delivery.Read read = students("1")
                .file(
                        "StudentEnrollment.xml",
                        interchange(
                                "StudentEnrollment",
                                of(
                                        "StudentEducationOrganizationAssociation",
                                        "1",
                                        String.format(address, "Mailing", "Lynn", "")
                                                + String.format(
                                                        address,
                                                        "Home",
                                                        "Revere",
                                                        "<Period><EndDate>2025-01-01</EndDate></Period>")
                                                + String.format(
                                                        address,
                                                        "Home",
                                                        "Boston",
                                                        "<Period><BeginDate>2025-01-02</BeginDate></Period>")
                                                + String.format(
                                                        trait,
                                                        "Foster Care",
                                                        "<Period><EndDate>2025-01-01</EndDate></Period>")
                                                + String.format(
                                                        trait,
                                                        "Homeless",
                                                        "<Period><BeginDate>2025-09-01</BeginDate></Period>")
                                                + String.format(trait, "Immigrant", "")
                                                + "<Sex>uri://ed-fi.org/SexDescriptor#Female</Sex>"
                                                + "<LimitedEnglishProficiency>NotLimited</LimitedEnglishProficiency>")))
                .read();

        assertThat(read.only())
                .isEqualTo("{\"student\":{\"dateOfBirth\":\"2011-05-01\",\"residencyTown\":\"Boston\",\"el\":false,"
                        + "\"homeless\":true}}");
    }

    @Test
    void aPlanKeptAmongSpecialEducationIsNoEducationProgram() throws Exception {
        String program =
                "<ProgramReference><ProgramIdentity><ProgramName>%s</ProgramName></ProgramIdentity></ProgramReference>";
        Delivery.Read read = students("1", "2", "3")
                .file(
                        "StudentProgram.xml",
                        interchange(
                                "StudentProgram",
                                of("StudentSpecialEducationProgramAssociation", "1", String.format(program, "504 Plan"))
                                        + of(
                                                "StudentSpecialEducationProgramAssociation",
                                                "2",
                                                String.format(program, "Special Education"))
                                        + of(
                                                "StudentSection504ProgramAssociation",
                                                "3",
                                                "<AccommodationPlan>0</AccommodationPlan>")))
                .read();

        assertThat(read.cases().get(0)).contains("\"plan504\":true").doesNotContain("iep");
        assertThat(read.cases().get(1)).contains("\"iep\":true").doesNotContain("plan504");
        assertThat(read.cases().get(2)).doesNotContain("plan504", "iep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"SECRET\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
                "<!DOCTYPE x SYSTEM \"SECRET\">"
            })
    void aDocumentTypeIsRefused(String type) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "2011-01-01");
        String declared = type.replace("SECRET", secret.toUri().toString());
        Delivery.Read read = students("1")
                .file(
                        "StudentB.xml",
                        HEAD
                                + declared
                                + interchange(
                                        "Student",
                                        "<Student><StudentUniqueId>2</StudentUniqueId><BirthData><BirthDate>"
                                                + (type.contains(" e ") ? "&e;" : "&b;")
                                                + "</BirthDate></BirthData></Student>"))
                .read();

        assertThat(read.only()).isEqualTo("{\"student\":{\"dateOfBirth\":\"2011-05-01\"}}");
        assertThat(read.of(Kind.BAD_FILE)).singleElement().asString().startsWith("StudentB.xml:1:");
        assertThat(read.says(Kind.BAD_FILE)).contains("DOCTYPE");
    }

    @Test
    void anEntityThatNobodyDeclaredEndsTheFileThere() throws Exception {
        Delivery.Read read = new Delivery(folder, "ed-fi")
                .file(
                        "Student.xml",
                        HEAD,
                        interchange(
                                "Student",
                                "<Student><StudentUniqueId>1</StudentUniqueId></Student>\n<Student><StudentUniqueId>&who;</StudentUniqueId></Student>"))
                .read();

        assertThat(read.only()).isEqualTo("{\"student\":{}}");
        assertThat(read.of(Kind.BAD_FILE)).singleElement().asString().startsWith("Student.xml:3:");
    }

    @Test
    void aFileThatBreaksOffKeepsWhatStandsBefore() throws Exception {
        Delivery delivery = students("1", "2", "3").complete("StudentHomelessProgramAssociation");
        String whole = Files.readString(folder.resolve("Student.xml"));
        delivery.file("StudentProgram.xml", interchange("StudentProgram", homeless("1", "")))
                .bytes(
                        "Student.xml",
                        whole.substring(0, whole.lastIndexOf("<Name>")).getBytes(StandardCharsets.UTF_8));

        Delivery.Read read = delivery.read();

        assertThat(read.cases()).hasSize(2).element(0).asString().contains("\"homeless\":true");
        assertThat(read.cases().get(1)).doesNotContain("homeless");
        assertThat(read.of(Kind.BAD_FILE))
                .singleElement()
                .asString()
                .startsWith("Student.xml:2:")
                .endsWith(" Student");
    }

    @Test
    void aRemarkWithoutEndIsNotHeld() throws Exception {
        Delivery.Read read = students("1")
                .file(
                        "StudentB.xml",
                        interchange("Student", "<!-- " + "x".repeat(MarkupGuard.LONGEST + 100_000) + " -->"))
                .read();

        assertThat(read.cases()).hasSize(1);
        assertThat(read.of(Kind.BAD_FILE)).hasSize(1);
    }

    @Test
    void otherFilesAndHugeValuesAreToldAndTheRestGoesOn() throws Exception {
        Delivery.Read read = students("1")
                .file("other.xml", "<feed/>")
                .file("broken.xml", "not xml")
                .file(
                        "StudentEnrollment.xml",
                        interchange(
                                "StudentEnrollment",
                                of(
                                        "StudentSchoolAssociation",
                                        "1",
                                        "<EntryGradeLevel>" + "9".repeat(3_000_000) + "</EntryGradeLevel>")))
                .read();

        assertThat(read.only()).contains("\"gradeLevel\":{\"unknown\"");
        assertThat(read.of(Kind.BAD_FILE)).hasSize(2);
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).hasSize(1);
    }
}
