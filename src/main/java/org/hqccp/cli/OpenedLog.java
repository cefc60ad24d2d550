package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.service.LogDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The log of a data folder, opened by a command for a person who says why. The reading is recorded, so no service may be using it. */
final class OpenedLog {
    /** For what reads the whole log, and so is no work for a service that has callers. */
    static final String NO_ROUTE =
            "It has no route for the whole log. Choose an hour to stop it in: this needs the folder for itself.";

    private static final int LONGEST_PURPOSE = 200;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "TEXT",
            description = "Why the log is read. It is recorded in the log, with who read what.")
    private String purpose = "";

    /**
     * Opens the log that is there; never makes one.
     *
     * @param beside what to do instead while a service uses the folder
     */
    static DecisionLog open(Folders folders, @Nullable Path data, Clock clock, Screen screen, String beside)
            throws IOException, FolderRefused, StoreException {
        Path folder = folders.data(data);
        if (!Files.exists(folder.resolve("log.db"))) {
            throw new FolderRefused(
                    "There is no decision log in " + folder + ".", "Name the data folder of a service with --data.");
        }
        try {
            return Logs.open(folder, clock, screen);
        } catch (FolderRefused e) {
            throw e.isInUse() ? new FolderRefused(e.message(), beside) : e;
        }
    }

    DecisionLog open(Folders folders, Clock clock, Screen screen, String beside)
            throws IOException, FolderRefused, StoreException, Refusal {
        reader();
        return open(folders, data.folder(), clock, screen, beside);
    }

    LogDesk.Reader reader() throws Refusal {
        return reader(purpose);
    }

    /** The person at this machine, who says why the log is read. */
    static LogDesk.Reader reader(String purpose) throws Refusal {
        String why = purpose.strip();
        if (why.isEmpty() || why.length() > LONGEST_PURPOSE || why.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("--purpose says why the log is read, in 1 to " + LONGEST_PURPOSE + " characters.");
        }
        return new LogDesk.Reader(person(), why);
    }

    /** Who sits at this machine, as its system knows them. */
    static String person() {
        return "command line: " + System.getProperty("user.name", "unknown");
    }
}
