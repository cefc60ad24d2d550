package org.hqccp.decisionlog.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hqccp.decisionlog.Durability;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.StoreException;
import org.sqlite.SQLiteErrorCode;

/** The file of the log in a data folder, opened only if it is what it must be. */
final class SqliteFile {
    private static final String FILE = "log.db";
    /** A file of at most so many pages of 4 KiB is looked over at each start. */
    private static final long PAGES_LOOKED_OVER = 32_768;

    private static final Set<String> NOT_DURABLE = Set.of("tmpfs", "ramfs", "overlay", "nfs", "nfs4", "cifs", "smb2");

    private SqliteFile() {}

    /** Opens it to write and read, and makes it first where there is none. */
    static SqliteStore write(Path folder) throws FolderRefused, StoreException {
        Path file = folder.resolve(FILE);
        Connections connections = new Connections(file);
        Connection writing = null;
        try {
            writing = connections.toWrite();
            Schema.requireDurable(writing);
            Schema.prepare(writing, true);
            Schema.lookOver(writing, PAGES_LOOKED_OVER);
            Schema.index(writing);
            SqliteStore store = new SqliteStore(connections, writing, durability(folder));
            writing = null;
            return store;
        } catch (SQLException | IOException e) {
            throw refused(e);
        } finally {
            Connections.discard(writing);
        }
    }

    /** Opens it to read only, while a service may be writing to it. */
    static SqliteReader read(Path folder) throws FolderRefused, StoreException {
        Connections connections = new Connections(folder.resolve(FILE));
        if (!Files.exists(folder.resolve(FILE))) {
            throw new FolderRefused(
                    "There is no decision log in " + folder + ".", "Name the data folder of a service.");
        }
        try {
            SqliteReader store = new SqliteReader(connections, durability(folder));
            Optional<FolderRefused> refused = connections.read(connection -> {
                try {
                    Schema.prepare(connection, false);
                    Schema.lookOver(connection, Long.MAX_VALUE);
                    return Optional.empty();
                } catch (FolderRefused e) {
                    return Optional.of(e);
                }
            });
            if (refused.isPresent()) {
                throw refused.get();
            }
            return store;
        } catch (StoreException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw refused(sql);
            }
            throw e;
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private static FolderRefused refused(Exception e) throws StoreException {
        int code = e instanceof SQLException sql ? sql.getErrorCode() & 0xff : 0;
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return Schema.damaged();
        } else if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new FolderRefused("The disk of the decision log is full.", "Make room on it, then start again.");
        } else if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return new FolderRefused(
                    "The file log.db of the decision log may not be written.",
                    "Let the service's own user write to the data folder.");
        }
        throw new StoreException("the decision log could not be opened", false, e);
    }

    private static Durability durability(Path folder) throws IOException {
        String type = Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
        return NOT_DURABLE.contains(type) || type.startsWith("fuse") ? Durability.none(type) : Durability.LOCAL_DISK;
    }
}
