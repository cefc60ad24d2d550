package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesRefused;
import org.hqccp.testcase.CaseSuggestions;
import org.hqccp.testcase.SuggestedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suggests test cases at the borders of a rule; those that its author confirms are added to its case file. */
@Command(
        name = "suggest",
        description = {
            "Shows cases at the borders of a rule that no test case shows yet, with today's answer to each: both sides of each number"
                    + " and day, each code it names, each fact missing, each status it can have.",
            "On a terminal you are asked about each. What you confirm is added to the rule's file of test cases; nothing else in it is"
                    + " touched."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp cases suggest GP-06                show the cases, and on a terminal ask about each",
            "  hqccp cases suggest GP-06 --json         the same for machines",
            "  hqccp cases suggest GP-06 --all          confirm them all: only when you have read them"
        })
final class SuggestCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "RULE", description = "The id of the rule, such as GP-06.")
    private String id = "";

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private CasesOption cases = new CasesOption();

    @Option(names = "--all", description = "Confirm every case without being asked.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON object for machines; with --all, after they were added.")
    private boolean json;

    SuggestCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        Path ruleFolder = CheckedRules.exists(folders.rules(rules.folder()));
        Path caseFolder = folders.testCases(cases.folder());
        if (!Files.isDirectory(caseFolder)) {
            throw new Refusal("there is no case folder " + caseFolder + "; name one with --cases.");
        }
        Waiting looking = new Waiting(screen, "looking for cases");
        LiveRules live;
        Rule rule;
        CaseSuggestions.Suggested suggested;
        try {
            live = LiveRules.load(ruleFolder, clock);
            RuleIds.known(id, live.current().ruleSet());
            rule = Objects.requireNonNull(live.current().ruleSet().rules().get(id));
            Path group = Objects.requireNonNull(Path.of(rule.file()).getParent());
            String like = new NewFiles(ruleFolder, caseFolder).usualBase(group.toString());
            suggested = CaseSuggestions.of(live, clock, rule, caseFolder, like);
        } finally {
            looking.end();
        }
        CaseFileWriter writer = new CaseFileWriter(caseFolder, suggested);
        writer.check();
        SuggestReport report = new SuggestReport(screen, rule, writer.shown(), suggested);
        List<SuggestedCase> found = suggested.cases();
        if (all) {
            writer.add(found.stream().map(SuggestedCase::confirmed).toList());
        }
        if (json) {
            screen.out().println(report.json(all));
        } else if (screen.watched() && !all && !found.isEmpty()) {
            new SuggestDialog(screen, report, writer).ask(found);
        } else {
            screen.out().print(report.text(all));
        }
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
