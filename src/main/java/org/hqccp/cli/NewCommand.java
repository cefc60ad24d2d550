package org.hqccp.cli;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that begin something new in the rules. */
@Command(
        name = "new",
        description = {
            "Begins a rule, a support or a fact: writes files that load, with what is still to be filled in named.",
            "Nothing that is there is ever overwritten. A new rule begins to hold next July, so that it decides nothing yet.",
            "Afterwards 'hqccp check' and 'hqccp test' list what is still to be filled in."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp new fact program.campusTour 'campus tour before students sign up' --type yes-no",
            "  hqccp new rule LX-01 school-designation/connection-to-career 'Students see work' --reads program.type",
            "  hqccp new support LX-02 student-supports/career-and-work 'The student has a plan' --reads student.iep"
        })
final class NewCommand implements Runnable {
    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    private NewCommand(Screen screen) {
        this.screen = screen;
    }

    static CommandLine with(Screen screen, Folders folders, Clock clock) {
        return new CommandLine(new NewCommand(screen))
                .addSubcommand(new NewRuleCommand.Criterion(screen, folders, clock))
                .addSubcommand(new NewRuleCommand.Support(screen, folders, clock))
                .addSubcommand(new NewFactCommand(screen, folders));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(screen.out());
        }
    }
}
