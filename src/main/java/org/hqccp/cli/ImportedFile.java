package org.hqccp.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that is written to its end, however often the writing is broken off. Until it is whole it stands under another name,
 * beside a note of what it is made from; the same command then goes on behind its last whole line.
 */
final class ImportedFile implements AutoCloseable {
    /** So many lines are handed to the disk together. */
    private static final int LINES_OF_A_SYNC = 1_000;

    private final Path target;
    private final Path part;
    private final Path madeFrom;
    private final RandomAccessFile file;
    private final @Nullable FileLock lock;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private int lines;

    private ImportedFile(Path target, Path part, Path madeFrom, RandomAccessFile file, FileLock lock) {
        this.target = target;
        this.part = part;
        this.madeFrom = madeFrom;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens the file, begun anew or where it was broken off.
     *
     * @param from names everything the lines depend on: lines made from something else are not gone on with
     */
    static ImportedFile open(Path target, String from) throws IOException, Refusal {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path madeFrom = target.resolveSibling(target.getFileName() + ".part.from");
        boolean begun = Files.exists(part);
        if (begun && !(Files.exists(madeFrom) && Files.readString(madeFrom).equals(from))) {
            throw new Refusal(part + " was begun with other files, rules or options; delete it to begin anew.");
        }
        Files.writeString(madeFrom, from);
        RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw");
        FileLock lock = lock(file);
        if (lock == null) {
            file.close();
            throw new Refusal("another import is writing " + part + ".");
        }
        ImportedFile opened = new ImportedFile(target, part, madeFrom, file, lock);
        opened.skipWhole();
        return opened;
    }

    private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Finds the end of the last whole line and cuts off what is behind it. A power cut may leave empty bytes: they end no line. */
    private void skipWhole() throws IOException {
        long end = 0;
        long at = 0;
        int last = 0;
        file.seek(0);
        boolean sound = true;
        for (int count = file.read(buffer); count > 0 && sound; count = file.read(buffer)) {
            for (int i = 0; i < count && sound; i++) {
                at++;
                if (buffer[i] == '\n') {
                    sound = last == '}';
                    end = sound ? at : end;
                    lines += sound ? 1 : 0;
                } else {
                    sound = buffer[i] != 0;
                }
                last = buffer[i];
            }
        }
        file.setLength(end);
        file.seek(end);
    }

    /** How many whole lines there are. */
    int lines() {
        return lines;
    }

    void write(byte[] line) throws IOException {
        put(line);
        put(new byte[] {'\n'});
        if (++lines % LINES_OF_A_SYNC == 0) {
            flush();
            file.getChannel().force(false);
        }
    }

    private void put(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - filled) {
            flush();
        }
        if (bytes.length > buffer.length) {
            file.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        }
    }

    private void flush() throws IOException {
        file.write(buffer, 0, filled);
        filled = 0;
    }

    /** It is whole: it gets its name, in the place of an older file of that name. */
    void publish() throws IOException {
        flush();
        file.getChannel().force(true);
        close();
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(madeFrom);
    }

    @Override
    public void close() throws IOException {
        if (file.getChannel().isOpen()) {
            flush();
            if (lock != null) {
                lock.release();
            }
            file.close();
        }
    }
}
