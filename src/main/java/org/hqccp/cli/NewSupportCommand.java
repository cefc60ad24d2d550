package org.hqccp.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Begins a support. */
@Command(
        name = "support",
        description = "Begins a support: a row of supports.csv, the rule that flags it, and its test cases.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp new support LX-02 student-supports/career-and-work 'The student has a plan' --reads student.iep"
        })
final class NewSupportCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Mixin
    private final NewRuleOptions options = new NewRuleOptions();

    NewSupportCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        NewFiles files = options.files(folders);
        files.write(
                ruleSet -> options.maker(ruleSet, files, clock)
                        .support(options.id(), options.place(), options.statement(), options.reads()),
                screen);
        screen.out()
                .println("Fill in what 'hqccp check' lists, then run 'hqccp test --only " + options.id()
                        + " --coverage'.");
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
