package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is begun loads, is tested, says what is still to be filled in, and never touches what is there. */
class NewCommandTest {
    private static final String PLACE = "school-designation/enhanced-student-support";

    @TempDir
    private Path home;

    @BeforeEach
    void copy() throws IOException {
        SmallPolicy.copy(Path.of("rules"), home.resolve("rules"));
        SmallPolicy.copy(Path.of("test-cases"), home.resolve("test-cases"));
    }

    private CommandLineRun run(String... args) {
        return CommandLineRun.in(home, "", args);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(home)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void aFactThenARuleThenASupport() throws IOException {
        Map<String, String> before = files();
        assertThat(run("new", "fact", "program.campusTour", "campus tour", "--type", "yes-no")
                        .code())
                .isZero();
        CommandLineRun rule =
                run("new", "rule", "LX-01", PLACE, "Students see the college.", "--reads", "program.campusTour");
        CommandLineRun support = run(
                "new",
                "support",
                "LX-02",
                "student-supports/career-and-work",
                "The site still has a check open",
                "--reads",
                "student.siteCheckOpen");

        assertThat(rule.err() + support.err()).isEmpty();
        assertThat(rule.out()).contains("LX-01-students-see-the-college.drl", "LX-01-students-see-the-college.yaml");
        assertThat(support.out()).contains("one line more: ");
        Map<String, String> after = files();
        before.forEach((file, text) -> assertThat(after.get(file)).as(file).startsWith(text));
        assertThat(after).hasSize(before.size() + 5);

        CommandLineRun check = run("check");
        assertThat(check.code()).isZero();
        assertThat(check.out())
                .contains("No problems in ", "Still to be filled in; take each such line out when it is done:\n")
                .contains("facts/program/campus-tour.yaml:1: the question, who asks it")
                .contains(PLACE + "/LX-01-students-see-the-college.drl:2: the first day\n")
                .containsPattern("supports.csv:[0-9]+: a strength to open with");
        CommandLineRun test = run("test", "--only", "LX-0", "--coverage");
        assertThat(test.out())
                .contains("2 of 2 rules seen in every status, on each side of every condition")
                .contains("8 passed, 0 failed")
                .contains("test-cases/" + PLACE + "/LX-01-students-see-the-college.yaml:1: names that say");
        assertThat(test.code()).isZero();
    }

    /** Each kind of fact a skeleton can test, in a decision of its own where it can be. */
    @Test
    void theCasesOfASkeletonPass() {
        Map<String, String> facts = Map.of(
                "LX-31", "school-designation/guided-academic-pathways program.inBoston",
                "LX-32", "school-designation/equitable-access program.seats",
                "LX-33", "school-designation/effective-partnerships program.route",
                "LX-34", "student-supports/health-and-safety student.siteCheckOpen",
                "LX-35", "pilot-selection/criteria school.inDesignatedProgram");
        facts.forEach((id, what) -> {
            String[] placeAndFact = what.split(" ", -1);
            assertThat(run("new", "rule", id, placeAndFact[0], "Something that is true", "--reads", placeAndFact[1])
                            .err())
                    .isEmpty();
        });

        assertThat(run("test", "--only", "LX-3").out()).contains("20 passed, 0 failed");
    }

    @Test
    void whatCannotBeBegunIsToldAndNothingIsWritten() throws IOException {
        Map<String, String> before = files();
        """
                GP-06      | school-designation/equitable-access | program.seats        | the id GP-06 is already used; see hqccp rules GP-06.
                EP-01.2017 | school-designation/equitable-access | program.seats        | the id EP-01.2017 is that of a retired rule; an id is never used again.
                gp 6       | school-designation/equitable-access | program.seats        | 'gp 6' is no id of a rule; write it as EA-30.
                LX-09      | school-designation/equitable-acces  | program.seats        | a rule stands in DECISION/GROUP; the groups of school-designation are
                LX-09      | school-designatio/equitable-access  | program.seats        | 'school-designatio' is no decision with rules of its own; did you mean 'school-designation'?
                LX-09      | school-designation/equitable-access | program.seat         | 'program.seat' is no fact; did you mean 'program.seats'?
                LX-09      | school-designation/equitable-access | student.gradeLevel   | student.gradeLevel is not something a case gives about one program
                LX-09      | school-designation/equitable-access | program.entryTerm    | a skeleton tests a yes-no fact, a number that may be 0, or one of several values
                """.lines().forEach(line -> {
            String[] cells = line.split(" *[|] *", -1);
            CommandLineRun run = run("new", "rule", cells[0], cells[1], "Something that is true", "--reads", cells[2]);
            assertThat(run.code()).as(line).isEqualTo(1);
            assertThat(run.err()).startsWith("hqccp: " + cells[3]);
        });
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFactThatNamesATraitIsRefusedBeforeItIsWritten() throws IOException {
        Map<String, String> before = files();
        CommandLineRun run = run("new", "fact", "program.studentRace", "race of the students", "--type", "text");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out() + run.err()).contains("names a trait that no decision may read");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        Path cases = home.resolve("test-cases/" + PLACE + "/LX-01-students-see-the-college.yaml");
        Files.writeString(cases, "mine\n");
        Map<String, String> before = files();
        CommandLineRun run = run("new", "rule", "LX-01", PLACE, "Students see the college", "--reads", "program.seats");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is a file " + cases + " already; nothing was written.");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void ofTwoWhoBeginTheSameOneIsToldAndOfManyNoneIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<CommandLineRun>> runs = new ArrayList<>();
            for (String id : List.of("LX-11", "LX-12", "LX-13", "LX-13")) {
                runs.add(threads.submit(() -> run(
                        "new",
                        "support",
                        id,
                        "student-supports/career-and-work",
                        "The site still has a check open",
                        "--reads",
                        "student.siteCheckOpen")));
            }
            int refused = 0;
            for (Future<CommandLineRun> run : runs) {
                refused += run.get().code();
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(Files.readString(home.resolve("rules/supports.csv")))
                .containsOnlyOnce("LX-11,")
                .containsOnlyOnce("LX-12,")
                .containsOnlyOnce("LX-13,");
        assertThat(run("check").code()).isZero();
    }
}
