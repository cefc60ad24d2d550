package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.Decided;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides one case. */
@Command(
        name = "decide",
        description = "Decides one case and says why, what is missing, and what comes next.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp decide school-designation rules/school-designation/example.yaml",
            "  hqccp decide pathway-eligibility case.json --json",
            "  hqccp decide school-designation case.json --changes",
            "  cat case.json | hqccp decide student-supports -"
        })
final class DecideCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "DECISION", description = "The decision, such as school-designation.")
    private String decision = "";

    @Parameters(
            index = "1",
            paramLabel = "CASE",
            description = "The case: a JSON or YAML file, or - for what is piped in.")
    private String caseFile = "";

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--changes", description = "Also look for the smallest changes that would turn each NOT_MET.")
    private boolean changes;

    @Option(names = "--json", description = "Print the answer exactly as applications get it.")
    private boolean json;

    DecideCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, CaseRefused, NoSuchDecision, Refusal {
        byte[] caseJson = CaseFileInput.read(caseFile, screen.in());
        Path folder = CheckedRules.exists(folders.rules(rules.folder()));
        LiveRules live;
        Decided decided;
        Waiting deciding = new Waiting(screen, "reading the rules and deciding");
        try {
            live = LiveRules.load(folder, clock);
            decided = new DecisionService(live, clock).decide(decision, caseJson, changes);
        } finally {
            deciding.end();
        }
        if (json) {
            screen.out().println(new String(decided.answer().bytes(), StandardCharsets.UTF_8));
        } else {
            screen.out().print(new DecisionReport(screen, live.current().ruleSet()).text(decided.decision()));
        }
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
