package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.hqccp.authoring.FillIn;
import org.hqccp.facts.Plural;
import org.hqccp.json.Json;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.verification.Verification;
import org.hqccp.verification.Warning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a rule folder. */
@Command(
        name = "check",
        description =
                "Checks every file of a rule folder and tells each problem with its place and what to write instead. Of sound rules it tells what is likely not meant.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp check                 the rules of this installation",
            "  hqccp check ../my-rules     another rule folder",
            "  hqccp check --json          for machines"
        })
final class CheckCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The rule folder. Default: rules.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print one JSON object for machines.")
    private boolean json;

    CheckCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, Refusal {
        Path rules = folders.rules(folder);
        if (!Files.isDirectory(rules)) {
            throw new Refusal("there is no rule folder " + rules + ".");
        }
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(rules, problems);
        RuleSet ruleSet;
        List<Warning> warnings;
        Waiting reading = new Waiting(screen, "reading the rules");
        try {
            ruleSet = RuleSetReader.read(files, problems);
            warnings = ruleSet == null ? List.of() : Verification.of(ruleSet);
        } finally {
            reading.end();
        }
        problems.sort(null);
        if (json) {
            screen.out()
                    .println(Json.text(Json.object(
                            "files",
                            files.size(),
                            "rules",
                            ruleSet == null ? null : ruleSet.rules().size(),
                            "version",
                            ruleSet == null ? null : ruleSet.version(),
                            "toFillIn",
                            FillInReport.json(FillIn.in(files)),
                            "warnings",
                            WarningReport.json(warnings),
                            "problems",
                            ProblemReport.json(problems))));
        } else {
            screen.out().print(new ProblemReport(screen).text(problems));
            screen.out().print(new WarningReport(screen).text(warnings));
            screen.out().println(summary(files.size(), problems, ruleSet) + told(warnings));
            screen.out().print(FillInReport.text(FillIn.in(files), screen));
        }
        screen.out().flush();
        return problems.isEmpty() ? ExitCode.FINE.code() : ExitCode.RULES_INVALID.code();
    }

    private String told(List<Warning> warnings) {
        return warnings.isEmpty() ? "" : "; " + screen.yellow(Plural.of(warnings.size(), "warning"));
    }

    private String summary(int files, List<Problem> problems, @Nullable RuleSet ruleSet) {
        if (ruleSet == null) {
            long faulty = problems.stream().map(Problem::file).distinct().count();
            return screen.red(
                    Plural.of(problems.size(), "problem") + " in " + Plural.of(faulty, "file") + " of " + files);
        }
        return screen.green("No problems")
                + " in " + Plural.of(files, "file") + ": "
                + Plural.of(ruleSet.rules().size(), "rule") + " of "
                + Plural.of(ruleSet.decisions().size(), "decision") + ", version "
                + ruleSet.version().substring(0, 12);
    }
}
