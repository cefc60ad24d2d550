package org.hqccp.decisionlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Members;
import org.hqccp.decisionlog.format.SigningKey;
import org.hqccp.decisionlog.format.VerifierKey;

/** The file that holds the log's secret keys. Only its owner may read it. */
final class KeyFile {
    private static final String FORMAT = "hqccp.decision-log keys 1";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /** Writes a new file and forces it to disk; fails where there is one. */
    static void write(Path file, LogKeys keys) throws IOException {
        HexFormat hex = HexFormat.of();
        byte[] json;
        try {
            json = CanonicalJson.write(Map.of(
                    "codeKey", hex.formatHex(keys.codeKey()),
                    "dataKey", hex.formatHex(keys.dataKey()),
                    "format", FORMAT,
                    "signingKey", hex.formatHex(keys.signing().seed()),
                    "verifierKey", keys.signing().verifier().text()));
        } catch (FormatException e) {
            throw new IllegalStateException("keys have a written form", e);
        }
        FileAttribute<?>[] attributes = posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(json);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Reads the keys. */
    static LogKeys read(Path file) throws IOException, FolderRefused {
        if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new FolderRefused(
                    "The key file " + file + " can be read by others than its owner.",
                    "Find out who could have read it, then: chmod 600 " + file);
        }
        try {
            Members in = Members.read("the key file", Files.readAllBytes(file));
            if (!in.text("format").equals(FORMAT)) {
                throw new FormatException("the key file is of another format");
            }
            VerifierKey verifier = VerifierKey.read(in.text("verifierKey"));
            LogKeys keys =
                    new LogKeys(key(in, "dataKey"), key(in, "codeKey"), SigningKey.of(key(in, "signingKey"), verifier));
            in.nothingElse();
            return keys;
        } catch (FormatException e) {
            throw new FolderRefused(
                    "The key file " + file + " cannot be used: " + e.message() + ".",
                    "Put back the key file this log was started with.");
        }
    }

    private static byte[] key(Members in, String name) throws FormatException {
        byte[] key = in.bytes(name);
        if (key.length != 32) {
            throw new FormatException("a key is not 32 bytes long");
        }
        return key;
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
