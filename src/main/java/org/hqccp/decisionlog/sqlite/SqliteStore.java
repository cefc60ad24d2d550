package org.hqccp.decisionlog.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.hqccp.decisionlog.Durability;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogStore;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.EntryRow;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** The log in one SQLite file in WAL mode, to write and read. */
public final class SqliteStore extends SqliteReader implements LogStore {
    private @Nullable Connection writing;

    SqliteStore(Connections connections, Connection writing, Durability durability) {
        super(connections, durability);
        this.writing = writing;
    }

    /** Opens the log of a data folder, and makes it first where there is none. */
    public static SqliteStore open(Path folder) throws FolderRefused, StoreException {
        return SqliteFile.write(folder);
    }

    @Override
    public void append(Group group) throws StoreException {
        Connection connection = writing;
        if (connection == null) {
            throw new StoreException("the decision log is closed", false, new SQLException("closed"));
        }
        boolean committing = false;
        try {
            connection.setAutoCommit(false);
            insert(connection, group);
            committing = true;
            connection.commit();
        } catch (SQLException e) {
            writing = null;
            Connections.discard(connection);
            throw new StoreException("the decision log could not be written (" + kind(e) + ")", committing, e);
        }
    }

    /** SQLite's own name for what went wrong. Its sentence may quote what was written, and stays out. */
    private static String kind(SQLException e) {
        return e instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "error " + e.getErrorCode();
    }

    private static void insert(Connection connection, Group group) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Rows.INSERT)) {
            for (EntryRow row : group.entries()) {
                Rows.insert(insert, row);
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO ruleset (version, files) VALUES (?, ?)")) {
            for (KeptRuleSet ruleSet : group.ruleSets()) {
                insert.setString(1, ruleSet.version());
                insert.setBytes(2, ruleSet.files());
                insert.executeUpdate();
            }
        }
        SizedNote checkpoint = group.checkpoint();
        if (checkpoint != null) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO checkpoint (size, note) VALUES (?, ?)")) {
                insert.setLong(1, checkpoint.size());
                insert.setString(2, checkpoint.note());
                insert.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws StoreException {
        super.close();
        Connection connection = writing;
        writing = null;
        if (connection != null) {
            try (connection;
                    Statement sql = connection.createStatement()) {
                connection.setAutoCommit(true);
                sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            } catch (SQLException e) {
                throw new StoreException("the decision log could not be closed", false, e);
            }
        }
    }
}
