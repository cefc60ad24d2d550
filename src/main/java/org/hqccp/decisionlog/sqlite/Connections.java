package org.hqccp.decisionlog.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hqccp.decisionlog.StoreException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections, and lends those that read. After any error a connection is thrown away: SQLite's driver may no longer be in a transaction. */
final class Connections implements AutoCloseable {
    private static final int BUSY_MILLIS = 10_000;
    private static final int MOST_IDLE = 4;

    private final Path file;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    Connections(Path file) {
        this.file = file;
    }

    /** What is done with a lent connection. */
    @FunctionalInterface
    interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /** The connection that writes. */
    Connection toWrite() throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        // Where fsync alone does not reach the disk (macOS), this does.
        config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private Connection toRead() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    <T> T read(Query<T> query) throws StoreException {
        Connection connection = null;
        boolean sound = false;
        try {
            connection = idle.poll();
            if (connection == null) {
                connection = toRead();
            }
            T answer = query.on(connection);
            sound = true;
            return answer;
        } catch (SQLException e) {
            throw new StoreException("the decision log could not be read", false, e);
        } finally {
            if (connection != null && sound && !closed && idle.size() < MOST_IDLE) {
                idle.add(connection);
            } else {
                discard(connection);
            }
        }
    }

    static void discard(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was thrown away because it is broken; that it cannot even be closed changes nothing.
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Connection c = idle.poll(); c != null; c = idle.poll()) {
            discard(c);
        }
    }
}
