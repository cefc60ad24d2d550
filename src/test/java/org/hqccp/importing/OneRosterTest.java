package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OneRoster 1.1 and 1.2: people, schools and days of birth put together, whatever the order of the files. */
class OneRosterTest {
    private static final String USERS = "sourcedId,status,orgSourcedIds,role,givenName,grades";
    private static final String[] ORGS = {
        "sourcedId,status,name,type,parentSourcedId",
        "d,,Made-up District,district,",
        "n,,North High,school,d",
        "s,,South High,school,d"
    };

    @TempDir
    Path folder;

    private Delivery delivery() throws IOException {
        return new Delivery(folder, "oneroster").file("orgs.csv", ORGS);
    }

    @Test
    void aStudentOfVersionOneOneIsPutTogether() throws Exception {
        Delivery.Read read = delivery()
                .file("users.csv", USERS, "u1,active,\"n,d\",student,Given,09", "u2,active,n,teacher,Given,")
                .file(
                        "demographics.csv",
                        "sourcedId,birthDate,sex,white",
                        "u1,2011-05-04,female,true",
                        "u2,1980-01-01,male,true")
                .read();

        assertThat(read.only())
                .isEqualTo("{\"student\":{\"gradeLevel\":9,\"school\":\"North High\",\"dateOfBirth\":\"2011-05-04\"}}");
        assertThat(read.of(Kind.REFUSED)).containsExactly("demographics.csv:0:0 sex", "demographics.csv:0:0 white");
        assertThat(read.noted().stream().filter(n -> n.kind() == Kind.REFUSED).map(Noted::times))
                .containsExactly(2L, 2L);
        assertThat(read.report().hasLosses()).isFalse();
        assertThat(read.noted().toString()).doesNotContain("Given", "female", "u1");
    }

    @Test
    void inVersionOneTwoTheRolesSayWhoIsAStudent() throws Exception {
        Delivery.Read read = delivery()
                .file(
                        "users.csv",
                        "sourcedId,status,primaryOrgSourcedId,grades,pronouns",
                        "u1,,s,10,she",
                        "u2,,s,,he",
                        "u3,,s,11,")
                .file(
                        "roles.csv",
                        "sourcedId,userSourcedId,status,roleType,role,beginDate,endDate,orgSourcedId",
                        "r1,u1,,primary,student,2025-09-01,2026-06-30,s",
                        "r2,u2,,primary,teacher,,,s",
                        "r3,u3,,primary,student,2024-09-01,2025-06-30,s")
                .read();

        assertThat(read.only()).isEqualTo("{\"student\":{\"gradeLevel\":10,\"school\":\"South High\"}}");
        assertThat(read.of(Kind.REFUSED)).containsExactly("users.csv:0:0 pronouns");
        assertThat(read.report().passedOver())
                .containsEntry("people not said to be students", 2L)
                .containsEntry("roles", 2L);
    }

    @Test
    void withoutAnyRoleNobodyIsTakenForAStudent() throws Exception {
        Delivery.Read read =
                delivery().file("users.csv", "sourcedId,grades", "u1,10").read();

        assertThat(read.cases()).isEmpty();
        assertThat(read.says(Kind.BAD_FILE)).contains("roles");
        assertThat(read.report().hasLosses()).isTrue();
    }

    @Test
    void twoSchoolsAreNotOneAndAnUnknownSchoolIsNone() throws Exception {
        Delivery.Read read = delivery()
                .file("users.csv", USERS, "u1,,n,student,,09", "u2,,x,student,,09", "u3,,d,student,,09")
                .file(
                        "enrollments.csv",
                        "sourcedId,status,schoolSourcedId,userSourcedId,role,beginDate,endDate",
                        "e1,,s,u1,student,,",
                        "e2,tobedeleted,s,u2,student,,")
                .read();

        assertThat(read.cases().get(0))
                .contains("\"school\":{\"unknown\":\"the district's files contradict each other\"}");
        assertThat(read.cases().get(1))
                .contains("\"school\":{\"unknown\":\"the district's files name it by an id they do not explain\"}");
        assertThat(read.cases().get(2)).isEqualTo("{\"student\":{\"gradeLevel\":9}}");
        assertThat(read.of(Kind.CONTRADICTION)).containsExactly("enrollments.csv:2:0 school");
        assertThat(read.of(Kind.NOT_UNDERSTOOD)).containsExactly("users.csv:3:0 school");
    }

    @Test
    void aSchoolWithTwoNamesHasNone() throws Exception {
        Delivery.Read read = delivery()
                .file(
                        "orgs.csv",
                        "sourcedId,name,type",
                        "n,North High,school",
                        "n,South High,school",
                        "n,North High,school")
                .file("users.csv", USERS, "u1,,n,student,,09")
                .read();

        assertThat(read.only()).contains("\"school\":{\"unknown\":");
        assertThat(read.of(Kind.CONTRADICTION)).containsExactly("orgs.csv:3:0 orgs.name");
    }

    @Test
    void aSecondRowIsToldAndWhatDiffersIsUnknown() throws Exception {
        Delivery.Read read = delivery()
                .file(
                        "users.csv",
                        USERS,
                        "u1,,n,student,,09",
                        "u1,,n,student,,09",
                        "u1,,n,student,,10",
                        "u1,,n,student,,09")
                .read();

        assertThat(read.only())
                .isEqualTo("{\"student\":{\"gradeLevel\":{\"unknown\":\"the district's files contradict each other\"},"
                        + "\"school\":\"North High\"}}");
        assertThat(read.of(Kind.DUPLICATE)).hasSize(3);
        assertThat(read.of(Kind.CONTRADICTION)).containsExactly("users.csv:4:16 users.grades[]");
        assertThat(read.says(Kind.CONTRADICTION)).contains("line 2");
    }

    @Test
    void aCodeOfNoListIsUnknownAndShownOnlyWhereManyHaveIt() throws Exception {
        StringBuilder users = new StringBuilder(USERS);
        for (int i = 0; i < 10; i++) {
            users.append("\nu").append(i).append(",,n,student,,IX");
        }
        Delivery.Read read = delivery()
                .file(
                        "users.csv",
                        users.toString(),
                        "v,,n,student,,Mistyped Name",
                        "w,,n,principle,,09",
                        "x,,n,student,,\"09,10\"")
                .read();

        assertThat(read.cases()).hasSize(12);
        assertThat(read.cases().get(0))
                .contains("\"gradeLevel\":{\"unknown\":\"the district's files hold a value that was not understood\"}");
        assertThat(read.cases().get(11)).contains("contradict");
        assertThat(read.report().unknownCodes().get("users.grades[]"))
                .containsOnlyKeys("IX", "")
                .containsEntry("", 1L);
        assertThat(read.report().unknownCodes().toString()).doesNotContain("Mistyped");
        assertThat(read.of(Kind.NOT_TAKEN)).containsExactly("users.csv:13:6 users.role");
        assertThat(read.report().hasLosses()).isTrue();
    }

    @Test
    void recordsAboutNobodyAreTold() throws Exception {
        Delivery.Read read = delivery()
                .file("users.csv", USERS, "u1,,n,student,,09", ",,n,student,,09")
                .file("demographics.csv", "sourcedId,birthDate", "u1,2011-05-04", "u9,2010-01-01")
                .read();

        assertThat(read.of(Kind.NO_STUDENT)).containsExactly("demographics.csv:3:0 null");
        assertThat(read.of(Kind.BAD_ROW)).containsExactly("users.csv:3:1 users.sourcedId");
    }

    @Test
    void theManifestTellsWhatIsMissingAndWhatIsNotWhole() throws Exception {
        Delivery.Read read = delivery()
                .file(
                        "manifest.csv",
                        "propertyName,value",
                        "oneroster.version,1.3",
                        "file.users,delta",
                        "file.demographics,bulk",
                        "file.results,bulk",
                        "file.classes,absent")
                .file("users.csv", USERS, "u1,,n,student,,09")
                .read();

        assertThat(read.of(Kind.BAD_FILE)).containsExactly("manifest.csv:0:0 demographics");
        assertThat(read.of(Kind.NOTE))
                .containsExactly("manifest.csv:2:0 oneroster.version", "manifest.csv:3:0 file.users");
    }

    @Test
    void aZipIsReadAsTheFolderIs() throws Exception {
        Delivery delivery = delivery().file("users.csv", USERS, "u1,,n,student,,09", "u2,,s,student,,12");
        List<String> fromFolder = delivery.read().cases();
        byte[] zip = zip("users.csv", "orgs.csv");
        Path whole = Files.write(folder.resolve("delivery.zip"), zip);
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(zip, zip.length - 60));

        assertThat(delivery.read(whole).cases()).isEqualTo(fromFolder);
        Delivery.Read broken = delivery.read(half);
        assertThat(broken.cases()).isEqualTo(fromFolder);
        assertThat(broken.of(Kind.BAD_FILE)).containsExactly("half.zip:0:0 null");
    }

    @Test
    void aZipThatBreaksOffInARowLosesNoRowBeforeIt() throws Exception {
        StringBuilder users = new StringBuilder(USERS);
        for (int i = 0; i < 2_000; i++) {
            users.append("\nu").append(i * 7919 % 100_003).append(",,n,student,,09");
        }
        Delivery delivery = delivery().file("users.csv", users.toString());
        byte[] zip = zip("orgs.csv", "users.csv");
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(zip, zip.length / 2));

        Delivery.Read read = delivery.read(half);

        assertThat(read.cases().size()).isBetween(100, 1_999);
        assertThat(read.cases()).allMatch("{\"student\":{\"gradeLevel\":9,\"school\":\"North High\"}}"::equals);
        assertThat(read.of(Kind.BAD_FILE)).hasSizeGreaterThanOrEqualTo(2).anyMatch(at -> at.startsWith("users.csv:"));
    }

    private byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(folder.resolve(name)));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
