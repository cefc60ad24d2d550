package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hqccp.comparison.ChangeReport;
import org.hqccp.comparison.EquityFolder;
import org.hqccp.comparison.EquityResult;
import org.hqccp.comparison.EquityTest;
import org.hqccp.comparison.Impact;
import org.hqccp.comparison.ImpactRun;
import org.hqccp.comparison.Measure;
import org.hqccp.comparison.MeasureLimits;
import org.hqccp.comparison.Measures;
import org.hqccp.comparison.ReportJson;
import org.hqccp.comparison.ReportPage;
import org.hqccp.comparison.RuleSetChange;
import org.hqccp.comparison.RuleSets;
import org.hqccp.comparison.SupportReach;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.facts.Plural;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a change of the rules says, and whom it touches. */
@Command(
        name = "compare",
        description = {
            "Tells what differs between two rule folders, which way each changed rule moves, and whom the change touches.",
            "Nothing is changed. With a cohort, the equity tests of test-cases/equity are run too: it ends with 3 if one fails."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp compare rules my-rules                                         what differs",
            "  hqccp compare rules my-rules --test-cases                            and which test cases come out otherwise",
            "  hqccp compare rules my-rules --cohort students.ndjson --report change.html",
            "  hqccp compare RULES-VERSION rules                                    against rules that were live",
            "  hqccp compare rules my-rules --log data --purpose 'effect of a new threshold' --json"
        })
final class CompareCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The old rules: a folder, or the version of rules that were live.")
    private String old = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NEW",
            description = "The new rules, likewise. Default: the rules of this installation.")
    private @Nullable String young;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of a service, which keeps every rule set that was live. Default: data.")
    private @Nullable Path data;

    @Mixin
    private ComparedCases cases = new ComparedCases();

    @Option(names = "--decision", paramLabel = "NAME", description = "Look at this decision only.")
    private @Nullable String decision;

    @Option(names = "--equity", paramLabel = "DIR", description = "The equity tests. Default: test-cases/equity.")
    private @Nullable Path equity;

    @Option(
            names = "--deliveries",
            paramLabel = "FILE",
            description = "When flagged supports came: a table of support, urgency, received.")
    private @Nullable Path deliveries;

    @Option(names = "--report", paramLabel = "FILE", description = "Write it all as one HTML page too.")
    private @Nullable Path page;

    @Option(names = "--json", description = "Print one JSON object for machines.")
    private boolean json;

    CompareCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call()
            throws IOException, RulesRefused, Refusal, FolderRefused, StoreException, DamagedEntry, LogRefused {
        Waiting reading = new Waiting(screen, "reading and comparing the rules");
        ComparedRules before;
        ComparedRules after;
        RuleSetChange change;
        try {
            before = ComparedRules.of(old, folders.data(data));
            after = ComparedRules.of(young == null ? folders.rules(null).toString() : young, folders.data(data));
            change = RuleSets.compare(before.ruleSet(), after.ruleSet());
        } finally {
            reading.end();
        }
        if (decision != null && !after.ruleSet().decisions().containsKey(decision)) {
            throw new Refusal("there is no decision " + decision + "; there are "
                    + String.join(", ", after.ruleSet().decisions().keySet()) + ".");
        }
        List<Problem> problems = new ArrayList<>();
        List<EquityTest> tests = cases.hasCohort()
                ? EquityFolder.read(
                        equity == null ? folders.testCases(null).resolve("equity") : equity, after.ruleSet(), problems)
                : List.of();
        Measure reach = deliveries == null
                ? null
                : SupportReach.of(
                        deliveries.toString(), Files.readString(deliveries, StandardCharsets.UTF_8), problems);
        if (!problems.isEmpty()) {
            screen.err().print(new ProblemReport(screen).text(problems));
            return ExitCode.TEST_CASES_FAILED.code();
        }
        Speed speed = new Speed();
        Impact impact = cases.any() ? impact(change, before.ruleSet(), after.ruleSet(), tests, speed) : null;
        ChangeReport report = report(before, after, change, tests, impact, reach);
        tell(report, speed);
        return (report.fails() ? ExitCode.TEST_CASES_FAILED : ExitCode.FINE).code();
    }

    private ChangeReport report(
            ComparedRules before,
            ComparedRules after,
            RuleSetChange change,
            List<EquityTest> tests,
            @Nullable Impact impact,
            @Nullable Measure reach) {
        LocalDate day = LocalDate.now(clock);
        MeasureLimits limits = MeasureLimits.of(after.ruleSet(), day);
        Impact counted = impact == null ? new Impact() : impact;
        return new ChangeReport(
                before.where(),
                after.where(),
                day,
                change,
                impact == null ? null : cases.words(),
                impact,
                EquityResult.all(tests, counted, limits, day),
                Measures.of(counted, limits, reach));
    }

    /** How many cases, in how long. */
    private static final class Speed {
        private long cases;
        private double seconds;
    }

    private Impact impact(RuleSetChange change, RuleSet before, RuleSet after, List<EquityTest> tests, Speed speed)
            throws IOException, Refusal, FolderRefused, StoreException, DamagedEntry, LogRefused {
        Progress progress = new Progress(screen);
        long start = System.nanoTime();
        Set<String> only = decision == null ? Set.of() : Set.of(decision);
        int threads = Runtime.getRuntime().availableProcessors();
        try (ImpactRun run = new ImpactRun(change, before, after, tests, only, threads)) {
            speed.cases = cases.each(
                    folders, clock, screen, after, run::add, (share, done) -> progress.bar(share, done, "cases"));
            return run.finish();
        } finally {
            progress.end();
            speed.seconds = (System.nanoTime() - start) / 1e9;
        }
    }

    private void tell(ChangeReport report, Speed speed) throws IOException {
        if (page != null) {
            Files.writeString(page, ReportPage.of(report), StandardCharsets.UTF_8);
        }
        if (json) {
            screen.out().println(ReportJson.of(report));
        } else {
            screen.out().print(new CompareText(screen).of(report));
            if (speed.cases > 0) {
                screen.out()
                        .println(screen.faint(String.format(
                                Locale.US,
                                "%,d %s under both rule sets in %.1f s: %,.0f cases a second.",
                                speed.cases,
                                Plural.word(speed.cases, "case"),
                                speed.seconds,
                                speed.cases / Math.max(0.001, speed.seconds))));
            }
            if (page != null) {
                screen.out().println("The report is in " + page + ".");
            }
        }
        screen.out().flush();
    }
}
