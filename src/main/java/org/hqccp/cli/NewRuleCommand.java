package org.hqccp.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Begins a criterion. */
@Command(
        name = "rule",
        description = "Begins a criterion: a rule file that tests one fact, and its test cases at the mirrored path.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp new rule LX-01 school-designation/connection-to-career 'Students see work' --reads program.type"
        })
final class NewRuleCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Mixin
    private final NewRuleOptions options = new NewRuleOptions();

    NewRuleCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        NewFiles files = options.files(folders);
        files.write(
                ruleSet -> options.maker(ruleSet, files, clock)
                        .criterion(options.id(), options.place(), options.statement(), options.reads()),
                screen);
        screen.out()
                .println("Fill in what 'hqccp check' lists, then run 'hqccp test --only " + options.id()
                        + " --coverage'.");
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
