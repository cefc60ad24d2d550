package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.JsonReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draw as a school holds it, on the real rules of a draw. */
class LotteryCommandsTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    /** The rules of other decisions: a draw reads none of them, and each command loads all there are. */
    private static final Pattern NOT_OF_A_DRAW =
            Pattern.compile("(?!(facts|lottery|pathway-eligibility)/)[^/]+/.*|retired-rules[.]csv");

    @TempDir
    private static Path rules;

    private static final Pattern COMMITMENT = Pattern.compile("(?m)^[0-9a-f]{64}$");

    @TempDir
    private Path folder;

    private Path seed = Path.of("");
    private String commitment = "";

    @BeforeAll
    static void onlyTheRulesOfADraw() throws IOException {
        Path all = HOME.resolve("rules");
        try (Stream<Path> files = Files.walk(all)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = all.relativize(file).toString().replace('\\', '/');
                if (!NOT_OF_A_DRAW.matcher(name).matches()) {
                    Path copy = rules.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    @BeforeEach
    void commit() {
        seed = folder.resolve("seed.txt");
        CommandLineRun run = run("lottery", "commit", "--seed-file", seed.toString());
        assertThat(run.code()).isZero();
        Matcher told = COMMITMENT.matcher(run.out());
        assertThat(told.find()).isTrue();
        commitment = told.group();
    }

    private static CommandLineRun run(String... args) {
        return CommandLineRun.in(HOME, "", args);
    }

    /** One applicant to a Chapter 74 program. */
    static String applicant(int number, String student, String program, int applicants, int seats) {
        return ("{'caseId':'A-%1$d','asOf':'2026-03-02','student':{'studentRef':'s-%1$d','gradeLevel':8,'suspensions':[]%2$s},"
                        + "'programs':[{'id':'health','type':'CH74','inBoston':true,'entryTerm':'2026-08','seats':%5$d,"
                        + "'applicants':%4$d,'applicantsFinal':true,'oversubscriptionMethod':'LOTTERY_WEIGHTED',"
                        + "'lotteryWeights':['ATTENDANCE','DISCIPLINE'],'residentTowns':['Boston'],"
                        + "'applicationDeadline':'2026-02-13','awarenessRequired':true,'choiceFormInTime':true,"
                        + "'awarenessActivity':'TOUR'%3$s}]}")
                .formatted(number, student, program, applicants, seats)
                .replace('\'', '"');
    }

    private static final String HOME_IN_BOSTON = ",'residencyTown':'Boston','unexcusedFullDayAbsences270':3";
    private static final String FORM = ",'applicationFormInTime':true";

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("applicants.ndjson"), String.join("\n", lines) + "\n");
    }

    private CommandLineRun draw(Path file, Path record) {
        return run(
                "lottery",
                "draw",
                file.toString(),
                "--seed-file",
                seed.toString(),
                "--public",
                "4 1 6 6 2",
                "--out",
                record.toString(),
                "--rules",
                rules.toString());
    }

    @Test
    void aDrawIsHeldAndRunAgain() throws IOException, FormatException {
        Path file = file(
                applicant(1, HOME_IN_BOSTON, FORM, 5, 2),
                applicant(2, ",'residencyTown':'Boston','unexcusedFullDayAbsences270':31", FORM, 5, 2),
                applicant(3, ",'residencyTown':'Quincy','unexcusedFullDayAbsences270':3", FORM, 5, 2),
                applicant(4, ",'residencyTown':'Boston'", FORM, 5, 2),
                applicant(5, HOME_IN_BOSTON, ",'applicationFormInTime':false", 5, 2));
        Path record = folder.resolve("draw.json");
        CommandLineRun drawn = draw(file, record);
        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.code()).isZero();
        assertThat(drawn.out())
                .contains("Drew 5 applicants for 2 seats of 'health': 2 seats given, 3 on the wait-list");
        // Attendance is one ticket more, never one less; where nobody knows, it is given. The last is late, the one
        // before lives elsewhere.
        List<?> order =
                (List<?>) JsonReader.readObject(Files.readAllBytes(record)).get("order");
        assertThat(order)
                .extracting(place -> Pattern.compile("(ref|tickets|turn)=([^,}]+)")
                        .matcher(String.valueOf(place))
                        .results()
                        .map(m -> m.group(2))
                        .toList()
                        .toString())
                .containsExactlyInAnyOrder("[A-1, 3, 2]", "[A-2, 2, 2]", "[A-4, 3, 2]", "[A-3, 3, 3]", "[A-5, 1, 4]")
                .endsWith("[A-3, 3, 3]", "[A-5, 1, 4]");
        assertThat(run("lottery", "verify", record.toString(), "--commitment", commitment)
                        .code())
                .isZero();
        assertThat(run("lottery", "verify", record.toString(), "--commitment", "0".repeat(64))
                        .code())
                .isEqualTo(ExitCode.LOG_NOT_VERIFIED.code());
        assertThat(draw(file, record).err()).contains("a draw is held once");
    }

    @Test
    void nothingIsDrawnWhileOneApplicantIsUndecidedDoubledOrMissing() throws IOException {
        Path file = file(
                applicant(1, HOME_IN_BOSTON, FORM, 6, 2),
                applicant(2, HOME_IN_BOSTON, "", 6, 2),
                applicant(1, HOME_IN_BOSTON, FORM, 6, 2),
                "{\"caseId\":\"A-4\",\"asOf\":\"2026-03-02\",\"programs\":[{\"id\":\"arts\"}]}",
                applicant(5, HOME_IN_BOSTON, FORM, 6, 3),
                "{\"caseId\":");
        Path record = folder.resolve("draw.json");
        CommandLineRun run = draw(file, record);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines().toList())
                .hasSize(7)
                .contains(
                        "line 2: it is not known yet whether the applicant takes part. Did the school receive the application"
                                + " form by the last day to apply?",
                        "line 3: the case id was used before, on line 1",
                        "line 3: the student was on line 1 already",
                        "line 4: the case does not name the program 'health'",
                        "line 5: the number of seats is not the one of the lines before")
                .last()
                .isEqualTo("hqccp: nothing was drawn: 6 problems of the list.");
        assertThat(record).doesNotExist();
    }

    @Test
    void aListThatLeavesSomeoneOutIsRefused() throws IOException {
        CommandLineRun run = draw(file(applicant(1, HOME_IN_BOSTON, FORM, 6, 2)), folder.resolve("draw.json"));
        assertThat(run.err()).contains("the cases say that 6 have applied, and the file holds 1");
        assertThat(draw(file(), folder.resolve("draw.json")).err()).contains("the file holds no applicant");
    }

    @Test
    void whereThereAreSeatsForAllNothingIsDrawn() throws IOException {
        CommandLineRun run = draw(file(applicant(1, HOME_IN_BOSTON, FORM, 1, 2)), folder.resolve("draw.json"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Nobody needs a draw: there are 2 seats for 1 applicant.");
    }

    @Test
    void whereOnlyTheLateAreDrawnTheOthersAreToldToHaveSeats() throws IOException {
        Path file = file(
                applicant(1, HOME_IN_BOSTON, FORM, 2, 3),
                applicant(2, HOME_IN_BOSTON, ",'applicationFormInTime':false", 2, 3));
        CommandLineRun run = draw(file, folder.resolve("draw.json"));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("0 seats given, 1 on the wait-list")
                .contains("There are seats for all who applied in time: 1 applicant without a draw.");
    }

    @Test
    void aDrawThatIsNoLotteryOrStillOpenIsRefused() throws IOException {
        Path record = folder.resolve("draw.json");
        String early = applicant(1, HOME_IN_BOSTON, FORM, 3, 2).replace("2026-08", "2026-07");
        assertThat(draw(file(early), record).err())
                .contains("not in a draw: seats of this program are not drawn by lottery");
        String open = applicant(1, HOME_IN_BOSTON, FORM, 3, 2)
                .replace("\"applicantsFinal\":true", "\"applicantsFinal\":false");
        assertThat(draw(file(open), record).err()).contains("the list of applicants is still open");
        assertThat(record).doesNotExist();
    }

    @Test
    void aSeedIsMadeOnceAndAWrongOneIsRefused() throws IOException {
        assertThat(run("lottery", "commit", "--seed-file", seed.toString()).err())
                .contains("keeps its seed");
        Files.writeString(seed, "not a seed\n");
        assertThat(draw(file(applicant(1, HOME_IN_BOSTON, FORM, 3, 2)), folder.resolve("draw.json"))
                        .err())
                .contains("holds no seed; make one with 'hqccp lottery commit'");
        CommandLineRun blank = run("lottery", "draw", "x.ndjson", "--seed-file", seed.toString(), "--public", " ");
        assertThat(blank.err()).contains("--public is one line");
    }
}
