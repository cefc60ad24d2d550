package org.hqccp.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hqccp.cohort.Marginals;
import org.hqccp.cohort.SyntheticCohort;
import org.hqccp.facts.Plural;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes up a cohort. */
@Command(
        name = "cohort",
        description = {
            "Makes up students by chance, for 'hqccp compare --cohort'. Nobody in it exists, and each line says so.",
            "How common each value is stands in test-cases/cohort/marginals.csv, each with its source and mark."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp cohort --students 1000 --seed 7 --out students.ndjson",
            "  hqccp cohort --students 20 --seed 7                            to the screen"
        })
final class CohortCommand implements Callable<Integer> {
    private static final int MOST = 5_000_000;
    private final Screen screen;
    private final Folders folders;

    @Option(names = "--students", required = true, paramLabel = "N", description = "How many students.")
    private int students;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "S",
            description = "A whole number. The same seed gives the same file, to the byte.")
    private long seed;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "The day for which the cases are decided. Default: ${DEFAULT-VALUE}.")
    private LocalDate asOf = LocalDate.of(2026, 3, 2);

    @Option(names = "--marginals", paramLabel = "FILE", description = "Another table of shares.")
    private @Nullable Path marginals;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write. Default: the screen.")
    private @Nullable Path out;

    CohortCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, Refusal, RulesRefused {
        if (students < 1 || students > MOST) {
            throw new Refusal("--students is a number from 1 to " + MOST + ".");
        }
        SyntheticCohort cohort = new SyntheticCohort(shares(), students, seed, asOf);
        Path target = out;
        if (target == null) {
            cohort.write(new LineOutput(screen.out()), done -> {});
            screen.out().flush();
            return ExitCode.FINE.code();
        }
        // Under another name until it is whole, so that a broken-off run leaves no half cohort behind.
        Path half = target.resolveSibling(target.getFileName() + ".part");
        Progress progress = new Progress(screen);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(half), 1 << 16)) {
            cohort.write(stream, done -> progress.at(done, students, "students"));
        } finally {
            progress.end();
        }
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        screen.out().println("Made up " + Plural.of(students, "student") + " in " + target + ". Nobody in it exists.");
        screen.out().flush();
        return ExitCode.FINE.code();
    }

    private Marginals shares() throws IOException, RulesRefused {
        Path file = marginals == null ? folders.testCases(null).resolve("cohort/marginals.csv") : marginals;
        List<Problem> problems = new ArrayList<>();
        Marginals read = Marginals.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8), problems);
        if (read == null) {
            throw new RulesRefused(problems);
        }
        return read;
    }
}
