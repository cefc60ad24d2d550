package org.hqccp.cli;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands that work on the log itself. */
@Command(
        name = "log",
        description = "Searches and exports the decision log, checks a receipt, and records an override.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp log search --decision student-supports --outcome FLAGGED --purpose 'yearly audit'",
            "  hqccp log export --format csv --out export-2026 --purpose 'yearly audit'",
            "  hqccp log verify-receipt answer.json --proof proof.json --key log.example/1+530d903a+AekyeRrm...",
            "  hqccp log override ID --outcome NOTHING_TO_FLAG --reason PAPER_SEEN --text 'The office counted again.'"
        })
final class LogCommand implements Runnable {
    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    private LogCommand(Screen screen) {
        this.screen = screen;
    }

    static CommandLine with(Screen screen, Folders folders, Clock clock) {
        return new CommandLine(new LogCommand(screen))
                .addSubcommand(new LogSearchCommand(screen, folders, clock))
                .addSubcommand(new LogExportCommand(screen, folders, clock))
                .addSubcommand(new VerifyReceiptCommand(screen, folders))
                .addSubcommand(new OverrideCommand(screen, folders, clock));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(screen.out());
        }
    }
}
