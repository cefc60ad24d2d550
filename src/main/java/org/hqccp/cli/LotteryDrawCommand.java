package org.hqccp.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hqccp.facts.Plural;
import org.hqccp.lottery.Applicants;
import org.hqccp.lottery.Draw;
import org.hqccp.lottery.DrawRecord;
import org.hqccp.lottery.NotReady;
import org.hqccp.lottery.Seed;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws. */
@Command(
        name = "draw",
        description = {
            "Decides for each applicant of a file whether and with how many tickets it takes part, and draws the order.",
            "Nothing is drawn while one applicant is undecided, doubled or missing: every such line is named.",
            "The record holds all that is needed to run the draw again, the seed among it. Publish it, and the rules it names."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp lottery draw applicants.ndjson --seed-file seed.txt --public '4 1 6 6 2' --out draw.json",
            "  hqccp lottery draw applicants.ndjson --seed-file seed.txt --public '4 1 6 6 2' --program health"
        })
final class LotteryDrawCommand implements Callable<Integer> {
    private static final int LONGEST_PUBLIC = 200;
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "The applicants: one case of the decision 'lottery' a line (NDJSON). The ids of the cases are published.")
    private Path file = Path.of("");

    @Option(
            names = "--seed-file",
            required = true,
            paramLabel = "FILE",
            description = "The seed that was committed to.")
    private Path seedFile = Path.of("");

    @Option(
            names = "--public",
            required = true,
            paramLabel = "TEXT",
            description =
                    "What was drawn before everyone's eyes after the list was closed, such as ten throws of dice.")
    private String publicValue = "";

    @Option(names = "--program", paramLabel = "ID", description = "The program, where the cases name several.")
    private @Nullable String program;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the record. Default: the screen.")
    private @Nullable Path out;

    @Mixin
    private RulesOption rules = new RulesOption();

    LotteryDrawCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, NoSuchDecision, Refusal {
        if (publicValue.isBlank()
                || publicValue.length() > LONGEST_PUBLIC
                || publicValue.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new Refusal("--public is one line of 1 to " + LONGEST_PUBLIC + " plain letters, digits and blanks.");
        }
        if (out != null && Files.exists(out)) {
            throw new Refusal("there is a file " + out + " already; a draw is held once.");
        }
        Seed seed = seed();
        Applicants.Listed listed = applicants(
                new DecisionService(LiveRules.load(CheckedRules.exists(folders.rules(rules.folder())), clock), clock));
        if (listed.entrants().isEmpty()) {
            say("Nobody needs a draw: there are " + Plural.of(listed.seats(), "seat") + " for "
                    + Plural.of(listed.withoutDraw(), "applicant") + ".");
            return ExitCode.FINE.code();
        }
        Draw draw = new Draw(listed.program(), listed.seats(), seed, publicValue, listed.entrants());
        byte[] record = new DrawRecord(draw, listed.ruleSetVersion()).json();
        if (out == null) {
            say(new String(record, StandardCharsets.UTF_8));
        } else {
            Files.write(out, record, StandardOpenOption.CREATE_NEW);
            long seated = draw.places().stream().filter(Draw.Place::seat).count();
            say("Drew " + Plural.of(listed.entrants().size(), "applicant") + " for "
                    + Plural.of(listed.seats(), "seat") + " of '" + listed.program() + "': "
                    + Plural.of(seated, "seat") + " given, "
                    + (listed.entrants().size() - seated)
                    + " on the wait-list. The record is in " + out + ".");
            if (listed.withoutDraw() > 0) {
                say("There are seats for all who applied in time: " + Plural.of(listed.withoutDraw(), "applicant")
                        + " without a draw. Drawn was the order of who came too late.");
            }
        }
        return ExitCode.FINE.code();
    }

    private void say(String words) {
        screen.out().println(words);
        screen.out().flush();
    }

    private Seed seed() throws IOException, Refusal {
        String text = Files.readString(seedFile, StandardCharsets.US_ASCII).strip();
        if (!Seed.isSeed(text)) {
            throw new Refusal(seedFile + " holds no seed; make one with 'hqccp lottery commit'.");
        }
        return new Seed(text);
    }

    private Applicants.Listed applicants(DecisionService service) throws IOException, NoSuchDecision, Refusal {
        Progress progress = new Progress(screen);
        int all;
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            all = (int) lines.count();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return Applicants.read(in, service, program, done -> progress.at(done, all, "applicants"));
        } catch (NotReady e) {
            e.problems().forEach(screen.err()::println);
            throw new Refusal("nothing was drawn: " + Plural.of(e.problems().size(), "problem") + " of the list.");
        } finally {
            progress.end();
        }
    }
}
