package org.hqccp.decisionlog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes the file of a log as somebody would who has the file and no business with it. */
final class LogFile {
    private LogFile() {}

    static Map<String, List<String>> columns(Path folder) throws Exception {
        Map<String, List<String>> columns = new TreeMap<>();
        try (Connection connection = connect(folder);
                ResultSet rows = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (rows.next()) {
                if (!rows.getString("TABLE_NAME").startsWith("sqlite_")) {
                    columns.computeIfAbsent(rows.getString("TABLE_NAME"), t -> new ArrayList<>())
                            .add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    static List<Long> rows(Path folder, String table) throws Exception {
        List<Long> ids = new ArrayList<>();
        try (Connection connection = connect(folder);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT rowid FROM " + table + " ORDER BY rowid")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    static Object value(Path folder, String table, String column, long row) throws Exception {
        try (Connection connection = connect(folder);
                Statement sql = connection.createStatement();
                ResultSet value = sql.executeQuery("SELECT " + column + " FROM " + table + " WHERE rowid = " + row)) {
            value.next();
            return value.getObject(1);
        }
    }

    static void update(Path folder, String table, String column, long row, Object value) throws Exception {
        try (Connection connection = connect(folder);
                PreparedStatement sql = connection.prepareStatement(
                        "UPDATE " + table + " SET " + column + " = ? WHERE rowid = " + row)) {
            sql.setObject(1, value);
            sql.executeUpdate();
        }
    }

    static void run(Path folder, String statement) throws Exception {
        try (Connection connection = connect(folder);
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private static Connection connect(Path folder) throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.db") + "?synchronous=OFF");
    }
}
