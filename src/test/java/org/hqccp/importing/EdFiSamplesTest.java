package org.hqccp.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The importer on the sample files that Ed-Fi publishes with its data standard 5.2 ("Grand Bend", whom nobody there is). They are no part
 * of this project: {@code -Dhqccp.edfi=FOLDER} names a folder with Student.xml, StudentProgram.xml, EducationOrganization.xml and the
 * folder descriptors.
 */
class EdFiSamplesTest {
    private static final Pattern CODE = Pattern.compile("<CodeValue>([^<]*)</CodeValue>");
    private Path samples = Path.of("");

    @BeforeEach
    void find() {
        String named = System.getProperty("hqccp.edfi");
        assumeTrue(
                named != null && Files.exists(Path.of(named, "StudentProgram.xml")),
                "SKIPPED: -Dhqccp.edfi names no folder with Ed-Fi's sample files, so the importer was not tried on them");
        samples = Path.of(named);
    }

    private Delivery.Read read(String... complete) throws Exception {
        return new Delivery(samples, "ed-fi")
                .complete(complete)
                .asOf(LocalDate.of(2021, 11, 1))
                .read();
    }

    @Test
    void everyStudentIsACaseAndNothingIsLost() throws Exception {
        Delivery.Read read = read();

        assertThat(read.cases()).hasSize(960);
        assertThat(read.report().hasLosses()).isFalse();
        assertThat(read.report().known())
                .containsEntry("dateOfBirth", 960L)
                .containsEntry("homeless", 11L)
                .containsEntry("migrant", 275L)
                .containsEntry("iep", 61L)
                .containsEntry("el", 37L)
                .doesNotContainKey("pathwaysEnrolled");
        assertThat(read.of(Kind.REFUSED)).hasSize(2);
        assertThat(read.cases()).noneMatch(each -> each.contains(":false"));
    }

    @Test
    void whatIsSaidToBeCompleteGivesNo() throws Exception {
        Delivery.Read read = read("StudentHomelessProgramAssociation");

        assertThat(read.report().known()).containsEntry("homeless", 960L).containsEntry("migrant", 275L);
        assertThat(read.cases().stream().filter(each -> each.contains("\"homeless\":false")))
                .hasSize(949);
    }

    /** The lists of codes say what the standard says. */
    @Test
    void theCodesOfTheCrosswalkAreThoseOfTheDescriptors() throws Exception {
        Set<String> published = new TreeSet<>();
        try (Stream<Path> files = Files.list(samples.resolve("descriptors"))) {
            for (Path file : files.toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    published.add(matcher.group(1));
                }
            }
        }
        List<String> written = Files.readAllLines(Path.of("rules/crosswalk-codes.csv")).stream()
                .filter(line -> line.startsWith("ed-fi.grade,")
                        || line.startsWith("ed-fi.english,")
                        || line.startsWith("ed-fi.mycap,"))
                .filter(line -> line.contains(",S86,") || line.startsWith("ed-fi.grade,"))
                .map(line -> line.split(",", -1)[1])
                .toList();

        assertThat(written).hasSizeGreaterThan(20);
        assertThat(published).containsAll(written);
    }
}
