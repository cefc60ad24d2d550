package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hqccp.facts.Plural;
import org.hqccp.importing.DistrictImport;
import org.hqccp.importing.ImportOptions;
import org.hqccp.importing.ImportReport;
import org.hqccp.importing.References;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes cases of a district's files, and decides them if asked to. */
@Command(
        name = "import",
        description = {
            "Makes a case of each student in a district's files: OneRoster 1.1 or 1.2, SIMS tables, Ed-Fi 5.2 interchange files.",
            "What each column means stands in rules/crosswalk.csv. What is not understood is unknown, and told; RED traits are dropped"
                    + " at the door. docs/import.md tells more."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp import oneroster --format oneroster --key import.key > cases.ndjson",
            "  hqccp import oneroster --format oneroster --key import.key --report report.csv --out cases.ndjson",
            "  hqccp import oneroster --format oneroster --key import.key --decide student-supports --out answers.ndjson"
        })
final class ImportCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Mixin
    private ImportInput input = new ImportInput();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(
            names = "--decide",
            paramLabel = "DECISION",
            description =
                    "Decide each case, and write the decisions instead of the cases. They are not recorded: where they must be, send the cases to the batch route of the service.")
    private @Nullable String decide;

    @Option(
            names = "--whole",
            description = "With --decide: write whole decisions, as applications get them, instead of short lines.")
    private boolean whole;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write, a line for each student. Broken off, the same command goes on where it was. Default: the screen.")
    private @Nullable Path out;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "A table of all that was dropped or not understood, by file, row and column.")
    private @Nullable Path reportFile;

    ImportCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        if (whole && decide == null) {
            throw new Refusal("--whole goes with --decide.");
        }
        input.check(out, reportFile);
        Path folder = CheckedRules.exists(folders.rules(rules.folder()));
        LiveRules live = null;
        RuleSet ruleSet;
        Waiting reading = new Waiting(screen, "reading the rules");
        try {
            if (decide == null) {
                ruleSet = CheckedRules.read(folder);
            } else {
                live = LiveRules.load(folder, clock);
                ruleSet = live.current().ruleSet();
            }
        } finally {
            reading.end();
        }
        String decision = decide;
        if (decision != null && !ruleSet.decisions().containsKey(decision)) {
            throw new Refusal("there is no decision " + decision + "; there are "
                    + String.join(", ", ruleSet.decisions().keySet()) + ".");
        }
        Crosswalk crosswalk = Crosswalk.of(ruleSet);
        ImportOptions options = input.options(crosswalk, clock);
        References references = input.references(screen);
        try (ImportTable table = ImportTable.open(reportFile)) {
            DistrictImport read = read(crosswalk, options, references, table);
            long refused = 0;
            if (out == null) {
                LineOutput lines = new LineOutput(screen.out());
                refused = lines(read, live, 0, line -> {
                    lines.write(line);
                    lines.write('\n');
                });
                screen.out().flush();
            } else {
                String from =
                        input.madeFrom(options, references, ruleSet.version(), decision + (whole ? ", whole" : ""));
                try (ImportedFile file = ImportedFile.open(out, from)) {
                    if (file.lines() > 0) {
                        screen.err()
                                .println("Goes on behind the " + Plural.of(file.lines(), "line") + " already written.");
                    }
                    refused = lines(read, live, file.lines(), file::write);
                    file.publish();
                }
            }
            ImportSummary summary = new ImportSummary(screen, read.report());
            (out == null ? screen.err() : screen.out()).print(summary.text(decision, refused, out, reportFile));
            screen.out().flush();
            screen.err().flush();
            return (read.report().hasLosses() || refused > 0 ? ExitCode.IMPORT_LOST : ExitCode.FINE).code();
        }
    }

    private DistrictImport read(Crosswalk crosswalk, ImportOptions options, References references, ImportTable table)
            throws IOException {
        Progress progress = new Progress(screen);
        ImportReport report = new ImportReport(table);
        try {
            return DistrictImport.read(
                    input.from(),
                    crosswalk,
                    options,
                    references,
                    report,
                    share -> progress.bar(share, report.records(), "records"));
        } finally {
            progress.end();
        }
    }

    /** Writes a line for each student from one on, and tells how many cases could not be decided. */
    private long lines(DistrictImport read, @Nullable LiveRules live, int from, DecidedCases.Taker taker)
            throws IOException {
        Progress progress = new Progress(screen);
        int all = read.students();
        int[] done = {from};
        DecidedCases.Taker told = line -> {
            taker.take(line);
            progress.bar((double) ++done[0] / all, done[0], decide == null ? "cases" : "decisions");
        };
        try {
            if (decide == null || live == null) {
                for (int i = from; i < all; i++) {
                    told.take(read.caseJson(i));
                }
                return 0;
            }
            try (DecidedCases cases = new DecidedCases(new DecisionService(live, clock), decide, whole)) {
                cases.run(from, all, read::caseJson, told);
                return cases.refused();
            }
        } finally {
            progress.end();
        }
    }
}
