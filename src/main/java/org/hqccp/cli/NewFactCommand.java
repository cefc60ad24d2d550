package org.hqccp.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hqccp.authoring.NewFact;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a fact. */
@Command(
        name = "fact",
        description =
                "Begins a fact: a file of the facts dictionary. Give it a rule that reads it with 'hqccp new rule'.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  hqccp new fact program.campusTour 'campus tour before students sign up' --type yes-no"})
final class NewFactCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;

    @Parameters(index = "0", paramLabel = "ENTITY.NAME", description = "Its full name, such as program.campusTour.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "LABEL", description = "Plain words that fit into a sentence.")
    private String label = "";

    @Option(
            names = "--type",
            required = true,
            paramLabel = "TYPE",
            description = "yes-no, whole-number, number, text, date, month, one-of, set-of …")
    private String type = "";

    @Mixin
    private RulesOption rules = new RulesOption();

    NewFactCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        NewFiles files = new NewFiles(folders.rules(rules.folder()), folders.testCases(null));
        files.write(ruleSet -> NewFact.of(name, label, type, ruleSet.dictionary()), screen);
        screen.out()
                .println(
                        "Fill in what 'hqccp check' lists, then begin a rule that reads it: see 'hqccp new rule --help'.");
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
