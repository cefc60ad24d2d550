package org.hqccp.decisionlog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a log: one process at a time, and nothing in it that is not the log's. */
final class DataFolder implements AutoCloseable {
    /** How far a clock may go back without being called wrong. */
    private static final Duration CLOCK_PLAY = Duration.ofSeconds(5);

    private static final String LOCK = "lock";
    private static final String LOG = "log.db";
    private static final Set<String> OURS = Set.of(
            LOCK, LOG, LOG + "-wal", LOG + "-shm", "keys", "keys.new", "checkpoint", "checkpoint.new", "lost+found");

    private final Path folder;
    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private DataFolder(Path folder, FileChannel channel, @Nullable FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the folder for this process, and makes it first where there is none. */
    static DataFolder take(Path folder) throws IOException, FolderRefused {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FolderRefused(
                    folder + " is not a folder.", "Name a folder for the decision log, or an empty one.");
        }
        Files.createDirectories(folder);
        refuseForeign(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the same as held by another.
        }
        if (lock == null) {
            channel.close();
            throw FolderRefused.inUse(folder);
        }
        return new DataFolder(folder, channel, lock);
    }

    private static void refuseForeign(Path folder) throws IOException, FolderRefused {
        Set<String> foreign = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !OURS.contains(name))
                    .forEach(foreign::add);
        }
        if (!foreign.isEmpty()) {
            throw new FolderRefused(
                    "The folder " + folder + " holds files that are not of a decision log, such as "
                            + foreign.iterator().next() + ".",
                    "Name an empty folder, or move those files away.");
        }
    }

    boolean holdsLog() throws IOException {
        Path log = folder.resolve(LOG);
        return Files.exists(log) && Files.size(log) > 0;
    }

    /** Whether the clock went further back than clocks do. */
    static boolean isSetBack(Instant now, Instant last) {
        return now.isBefore(last.minus(CLOCK_PLAY));
    }

    @Override
    public void close() throws IOException {
        if (lock != null && lock.isValid()) {
            lock.release();
        }
        channel.close();
    }
}
