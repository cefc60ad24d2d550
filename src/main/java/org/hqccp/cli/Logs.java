package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ForkJoinPool;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.DiskSpace;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.sqlite.SqliteStore;

/** Opens the decision log for a command, and ends the process when its storage fails. */
final class Logs {
    /** Long enough for answers on their way to say that nothing more is recorded. */
    private static final long LAST_ANSWERS_MILLIS = 500;

    private Logs() {}

    static DecisionLog open(Path folder, Clock clock, Screen screen) throws IOException, FolderRefused, StoreException {
        return DecisionLog.open(new Settings(
                folder,
                Settings.usualKeyFile(folder),
                SqliteStore::open,
                EngineVersion.ofThisInstallation(),
                clock,
                DiskSpace.of(folder),
                ForkJoinPool.commonPool(),
                () -> failed(folder, screen)));
    }

    private static void failed(Path folder, Screen screen) {
        screen.err()
                .println("hqccp: the decision log in " + folder
                        + " could not be written. Nothing more is acknowledged; the service stops.");
        screen.err().flush();
        new Thread(
                        () -> {
                            try {
                                Thread.sleep(LAST_ANSWERS_MILLIS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            Runtime.getRuntime().halt(ExitCode.STORAGE_FAILED.code());
                        },
                        "storage-failed")
                .start();
    }

    static void close(DecisionLog log, Screen screen) {
        try {
            log.close();
        } catch (StoreException | IOException e) {
            screen.err().println("hqccp: the decision log could not be closed cleanly; the next start looks at it.");
        }
    }
}
