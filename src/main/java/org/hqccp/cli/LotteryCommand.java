package org.hqccp.cli;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of a draw of seats. */
@Command(
        name = "lottery",
        description = {
            "Draws the seats of a program: commit to a seed, publish the commitment, close the list, draw in public, publish the record.",
            "Anyone can run the draw again from its record. docs/lottery.md tells how it is done, step by step."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp lottery commit --seed-file my-seed.txt",
            "  hqccp lottery draw applicants.ndjson --seed-file seed.txt --public '4 1 6 6 2' --out draw.json",
            "  hqccp lottery verify draw-record.json"
        })
final class LotteryCommand implements Runnable {
    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    private LotteryCommand(Screen screen) {
        this.screen = screen;
    }

    static CommandLine with(Screen screen, Folders folders, Clock clock) {
        return new CommandLine(new LotteryCommand(screen))
                .addSubcommand(new LotteryCommitCommand(screen))
                .addSubcommand(new LotteryDrawCommand(screen, folders, clock))
                .addSubcommand(new LotteryVerifyCommand(screen));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(screen.out());
        }
    }
}
