package org.hqccp.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;

/** While it is open, no other command of this machine writes into the same folder. */
final class OneWriter implements AutoCloseable {
    /** A lock of the file system holds other programs off, not other threads of this one. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel lock;

    private OneWriter(FileChannel lock) {
        this.lock = lock;
    }

    /** Waits until nobody else writes. */
    static OneWriter of(Path folder) throws IOException {
        THREADS.lock();
        try {
            FileChannel channel =
                    FileChannel.open(lockFile(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new OneWriter(channel);
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    /** The same file for everyone who writes into the same folder, and none of that folder's own. */
    private static Path lockFile(Path folder) throws IOException {
        String name = folder.toRealPath().toString();
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "hqccp-new-" + HexFormat.of().toHexDigits(name.hashCode()) + ".lock");
    }

    /** One write at the end of a file: whatever else was written there stays. */
    void append(Path file, String text) throws IOException {
        held();
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    /** A whole file anew: whoever reads it meanwhile finds the old text or the new one, never a part. */
    void replace(Path file, String text) throws IOException {
        held();
        Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder == null) {
            throw new IOException("no folder holds " + file);
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, ".", ".new");
        try {
            Files.writeString(written, text);
            Files.move(written, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void held() {
        if (!lock.isOpen()) {
            throw new IllegalStateException("the lock was given back");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.close();
        } finally {
            THREADS.unlock();
        }
    }
}
