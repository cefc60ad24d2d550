package org.hqccp.decisionlog.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.hqccp.decisionlog.FolderRefused;

/** The tables, and how to know that a file holds them and nothing else. */
final class Schema {
    /** "hqcL": says that a SQLite file is a decision log. */
    private static final int APPLICATION = 0x6871634c;

    private static final int VERSION = 1;

    // Small columns first: a leaf is read without touching the pages its sealed record spills over to.
    private static final List<String> TABLES = List.of(
            "CREATE TABLE entry (place INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, leaf BLOB NOT NULL, tree BLOB NOT NULL,"
                    + " code BLOB NOT NULL, tag BLOB, request BLOB, sealed BLOB NOT NULL) STRICT",
            "CREATE UNIQUE INDEX entry_tag ON entry (tag) WHERE tag IS NOT NULL",
            "CREATE TABLE ruleset (version TEXT PRIMARY KEY, files BLOB NOT NULL) STRICT",
            "CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT");

    private static final String RESTORE = "Restore the data folder from a backup; nothing in it was changed.";

    private Schema() {}

    /**
     * Makes the tables in a file without any, which may be one whose first start broke off, or sees that they are there as they should be.
     * Whether a log was there before is for the keys to tell.
     */
    static void prepare(Connection connection, boolean mayMake) throws SQLException, FolderRefused {
        try (Statement sql = connection.createStatement()) {
            int application = number(sql, "PRAGMA application_id");
            int version = number(sql, "PRAGMA user_version");
            TreeSet<String> there = made(sql);
            // It holds nothing of its own: a log from before there was one is as good without it.
            there.remove(Rows.CHANGES_INDEX);
            if (application == 0 && version == 0 && there.isEmpty() && mayMake) {
                make(connection, sql);
            } else if (application != APPLICATION) {
                throw new FolderRefused(
                        "The file log.db is not a decision log.",
                        "Name another data folder, or restore the right file.");
            } else if (version > VERSION) {
                throw new FolderRefused(
                        "The decision log was written by a newer version of this service (format " + version
                                + "; this one knows " + VERSION + ").",
                        "Start the newer version again.");
            } else if (!there.equals(new TreeSet<>(TABLES))) {
                throw new FolderRefused("The tables of the decision log were changed.", RESTORE);
            }
        }
    }

    /** Makes the index by which corrections and overrides are found, where there is none yet. */
    static void index(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(Rows.CHANGES_INDEX.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"));
        }
    }

    private static void make(Connection connection, Statement sql) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : TABLES) {
            sql.execute(table);
        }
        sql.execute("PRAGMA application_id = " + APPLICATION);
        sql.execute("PRAGMA user_version = " + VERSION);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static TreeSet<String> made(Statement sql) throws SQLException {
        TreeSet<String> made = new TreeSet<>();
        try (ResultSet rows = sql.executeQuery("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                made.add(rows.getString(1));
            }
        }
        return made;
    }

    /** Lets SQLite look over the whole file, if it is small enough to do so at a start. */
    static void lookOver(Connection connection, long mostPages) throws SQLException, FolderRefused {
        try (Statement sql = connection.createStatement()) {
            if (number(sql, "PRAGMA page_count") > mostPages) {
                return;
            }
            try (ResultSet rows = sql.executeQuery("PRAGMA integrity_check(1)")) {
                if (!rows.next() || !"ok".equals(rows.getString(1))) {
                    throw damaged();
                }
            }
        }
    }

    /** The promise stands on these two settings: see that they are in force. */
    static void requireDurable(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            try (ResultSet mode = sql.executeQuery("PRAGMA journal_mode")) {
                if (!mode.next() || !"wal".equalsIgnoreCase(mode.getString(1))) {
                    throw new IllegalStateException("the decision log must be in WAL mode");
                }
            }
            if (number(sql, "PRAGMA synchronous") < 2) {
                throw new IllegalStateException("the decision log must be written with synchronous=FULL");
            }
        }
    }

    static FolderRefused damaged() {
        return new FolderRefused("The file log.db of the decision log is damaged.", RESTORE);
    }

    private static int number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
