package org.hqccp.cli;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that help to write test cases. */
@Command(
        name = "cases",
        description = "Helps to write test cases. 'hqccp test' runs them.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  hqccp cases suggest GP-06"})
final class CasesCommand implements Runnable {
    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    private CasesCommand(Screen screen) {
        this.screen = screen;
    }

    static CommandLine with(Screen screen, Folders folders, Clock clock) {
        return new CommandLine(new CasesCommand(screen)).addSubcommand(new SuggestCommand(screen, folders, clock));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(screen.out());
        }
    }
}
