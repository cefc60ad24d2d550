package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hqccp.authoring.FillIn;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesRefused;
import org.hqccp.testcase.AcceptedMutants;
import org.hqccp.testcase.CaseFile;
import org.hqccp.testcase.CaseFolder;
import org.hqccp.testcase.CaseResult;
import org.hqccp.testcase.CaseRunner;
import org.hqccp.testcase.Mutant;
import org.hqccp.testcase.MutantResult;
import org.hqccp.testcase.MutantRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs test cases. */
@Command(
        name = "test",
        description = "Runs the test cases: each says what a case holds and what must be decided about it.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp test                                             every case",
            "  hqccp test test-cases/school-designation               the cases of one decision",
            "  hqccp test rules/school-designation/equitable-access   the cases that mirror these rules",
            "  hqccp test --only GP-06                                files with GP-06 in their path",
            "  hqccp test --coverage                                  also what no case exercises yet",
            "  hqccp test --mutants --rule GP-06                      whether the cases notice small changes of a rule"
        })
final class TestCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(
            paramLabel = "DIR-or-file",
            arity = "0..*",
            description = "Case folders or files to run, or the rules they mirror. Default: all.")
    private List<Path> paths = List.of();

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private CasesOption cases = new CasesOption();

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Run only files with TEXT in their path, and leave rule files that hold problems aside.")
    private @Nullable String only;

    @Option(names = "--coverage", description = "List what no case exercises.")
    private boolean listGaps;

    @Option(
            names = "--mutants",
            description = "Change the rules a little, again and again, and see whether a case notices.")
    private boolean mutants;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "With --mutants: only this rule, and the facts and parameters it reads.")
    private @Nullable String rule;

    @Option(names = "--json", description = "Print one JSON object for machines.")
    private boolean json;

    TestCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        Path ruleFolder = folders.rules(rules.folder());
        Path caseFolder = folders.testCases(cases.folder());
        if (!Files.isDirectory(caseFolder)) {
            throw new Refusal("there is no case folder " + caseFolder + "; name one with --cases.");
        }
        ChosenFiles asked = new ChosenFiles(ruleFolder, caseFolder, only, paths);
        List<Problem> aside = new ArrayList<>();
        LiveRules live;
        Waiting reading = new Waiting(screen, "reading the rules");
        try {
            live = only == null ? LiveRules.load(ruleFolder, clock) : SoundRules.load(ruleFolder, clock, aside);
        } finally {
            reading.end();
        }
        // The cases of a rule that is left aside cannot be judged: they are left aside with it.
        Set<String> casesAside =
                aside.stream().map(asked::mirrored).filter(asked).collect(Collectors.toSet());
        Predicate<String> chosen = file -> asked.test(file) && !casesAside.contains(file);
        CaseFolder folder = CaseFolder.read(caseFolder, live.current().ruleSet(), chosen);
        if (mutants || rule != null) {
            return mutants(live, folder, caseFolder).code();
        }
        CaseRunner runner = new CaseRunner(live, clock);
        List<CaseResult> results = run(folder, runner);
        TestReport report = new TestReport(screen, results, folder.problems(), aside, runner.coverage());
        if (json) {
            screen.out().println(report.json());
        } else {
            screen.out().print(report.text(listGaps));
            screen.out().print(FillInReport.text(leftIn(caseFolder, chosen), screen));
        }
        screen.out().flush();
        ExitCode untested = casesAside.isEmpty() ? ExitCode.FINE : ExitCode.RULES_INVALID;
        return (report.passed() ? untested : ExitCode.TEST_CASES_FAILED).code();
    }

    /** What the chosen case files say is still to be filled in. */
    private static List<FillIn> leftIn(Path caseFolder, Predicate<String> chosen) throws IOException {
        String prefix = String.valueOf(caseFolder.toAbsolutePath().normalize().getFileName()) + "/";
        Map<String, String> files = new TreeMap<>();
        RuleFolder.read(caseFolder, new ArrayList<>()).forEach((file, text) -> files.put(prefix + file, text));
        files.keySet().removeIf(chosen.negate());
        return FillIn.in(files);
    }

    private ExitCode mutants(LiveRules live, CaseFolder folder, Path caseFolder) throws IOException, Refusal {
        RuleIds.known(rule, live.current().ruleSet());
        MutantRun run = new MutantRun(live.current(), folder);
        List<Mutant> all = run.mutants(rule);
        Progress progress = new Progress(screen);
        List<MutantResult> results = new ArrayList<>();
        for (Mutant each : all) {
            results.add(run.run(each));
            progress.at(results.size(), all.size(), "mutants");
        }
        progress.end();
        List<Problem> problems = new ArrayList<>(folder.problems());
        MutantReport report = new MutantReport(screen, results, AcceptedMutants.read(caseFolder, problems));
        if (json) {
            screen.out().println(report.json());
        } else {
            screen.out().print(new ProblemReport(screen).text(problems));
            screen.out().print(report.text());
        }
        screen.out().flush();
        return report.isEnough() && problems.isEmpty() ? ExitCode.FINE : ExitCode.TEST_CASES_FAILED;
    }

    private List<CaseResult> run(CaseFolder folder, CaseRunner runner) {
        int all = folder.files().stream().mapToInt(f -> f.cases().size()).sum();
        Progress progress = new Progress(screen);
        List<CaseResult> results = new ArrayList<>();
        for (CaseFile file : folder.files()) {
            results.addAll(runner.run(file));
            progress.at(results.size(), all, "cases");
        }
        progress.end();
        return results;
    }
}
