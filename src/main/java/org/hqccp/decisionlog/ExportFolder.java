package org.hqccp.decisionlog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Manifest;
import org.hqccp.decisionlog.format.TreeHash;

/** A folder a log is written out into. It gets its name only when it is whole and its reading is recorded. */
public final class ExportFolder implements AutoCloseable {
    private final Path folder;
    private final Path part;

    private ExportFolder(Path folder, Path part) {
        this.folder = folder;
        this.part = part;
    }

    /**
     * What was written.
     *
     * @param size how many entries
     * @param manifestHash SHA-256 of the manifest, in hexadecimal
     */
    public record Written(long size, String manifestHash) {}

    /** Writes the file of one form. */
    @FunctionalInterface
    private interface Form {
        long write(OutputStream out) throws StoreException, IOException, DamagedEntry;
    }

    /** Makes the folder; refuses one that is there. */
    public static ExportFolder make(Path folder) throws IOException, FolderRefused {
        if (Files.exists(folder)) {
            throw new FolderRefused(folder + " is there already.", "Name a folder that is not there yet.");
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return new ExportFolder(folder, Files.createTempDirectory(parent, ".export"));
    }

    /** Every entry whole and sealed: the form that proves itself. */
    public Written ndjson(LogArchive log) throws StoreException, IOException, DamagedEntry {
        return write(log, "log.ndjson", log::export);
    }

    /** A row for each entry, opened. */
    public Written csv(LogArchive log) throws StoreException, IOException, DamagedEntry {
        return write(log, "entries.csv", out -> CsvExport.write(log, out));
    }

    private Written write(LogArchive log, String name, Form form) throws StoreException, IOException, DamagedEntry {
        MessageDigest digest = TreeHash.sha256();
        long size;
        try (OutputStream out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(part.resolve(name)), 1 << 16), digest)) {
            size = form.write(out);
        }
        String checkpoint = log.checkpointOf(size);
        try {
            Manifest manifest = new Manifest(
                    log.verifierKey().text(), checkpoint, List.of(new Manifest.ListedFile(name, digest.digest())));
            byte[] bytes = manifest.bytes();
            Files.write(part.resolve(Manifest.FILE), bytes);
            return new Written(size, HexFormat.of().formatHex(TreeHash.plain(bytes)));
        } catch (FormatException e) {
            throw new IllegalStateException("a manifest has a written form", e);
        }
    }

    /** Gives the folder its name. */
    public void publish() throws IOException {
        Files.move(part, folder);
    }

    /** Leaves nothing behind of an export that did not come to its end. */
    @Override
    public void close() throws IOException {
        if (Files.exists(part)) {
            try (var files = Files.list(part)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(part);
        }
    }
}
