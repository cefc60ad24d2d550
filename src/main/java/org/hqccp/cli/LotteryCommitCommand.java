package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.hqccp.lottery.Seed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the seed of a draw. */
@Command(
        name = "commit",
        description = {
            "Makes a secret seed for one draw, and prints the commitment to publish before it.",
            "Keep the file to yourself until the draw. A file that is there is never overwritten."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  hqccp lottery commit --seed-file health-seed.txt"})
final class LotteryCommitCommand implements Callable<Integer> {
    private final Screen screen;

    @Option(names = "--seed-file", required = true, paramLabel = "FILE", description = "Where to write the seed.")
    private Path file = Path.of("");

    LotteryCommitCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException, Refusal {
        Seed seed = Seed.fresh();
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("there is a file " + file + " already; a draw that was committed to keeps its seed.");
        }
        Files.writeString(file, seed.hex() + "\n", StandardOpenOption.WRITE);
        screen.out().println("The seed is in " + file + ". Publish this commitment before the day of the draw:");
        screen.out().println(seed.commitment());
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
