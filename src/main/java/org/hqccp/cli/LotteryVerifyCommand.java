package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.lottery.DrawRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a draw again. */
@Command(
        name = "verify",
        description = "Runs the draw of a record again, and ends with 4 where it comes out otherwise.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  hqccp lottery verify draw-record.json"})
final class LotteryVerifyCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "RECORD", description = "The published record.")
    private Path record = Path.of("");

    @Option(
            names = "--commitment",
            paramLabel = "HEX",
            description = "The commitment that was published before the draw, to hold the seed against.")
    private @Nullable String commitment;

    LotteryVerifyCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException, Refusal {
        List<String> faults;
        try {
            faults = DrawRecord.check(Files.readAllBytes(record), commitment);
        } catch (FormatException e) {
            throw new Refusal(record + " cannot be read: " + e.message() + ".");
        }
        faults.forEach(screen.out()::println);
        screen.out()
                .println(
                        faults.isEmpty()
                                ? "The draw comes out as its record says."
                                : "The draw does not come out as its record says.");
        screen.out().flush();
        return (faults.isEmpty() ? ExitCode.FINE : ExitCode.LOG_NOT_VERIFIED).code();
    }
}
