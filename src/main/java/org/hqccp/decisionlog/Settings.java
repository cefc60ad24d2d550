package org.hqccp.decisionlog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * How a log is opened.
 *
 * @param folder the data folder
 * @param keyFile the file of its secret keys
 * @param store what opens its store
 * @param engine the version of the program, as entries name it
 * @param clock the clock
 * @param disk the room on the disk of the data folder
 * @param answers where acknowledgements are given: never in the thread that writes
 * @param onFailure what to do when storage failed and nothing more can be acknowledged
 */
public record Settings(
        Path folder,
        Path keyFile,
        LogStore.Opener store,
        String engine,
        Clock clock,
        DiskSpace disk,
        Executor answers,
        Runnable onFailure) {

    /** The usual place of the key file. */
    public static Path usualKeyFile(Path folder) {
        return folder.resolve("keys");
    }
}
