package org.hqccp.decisionlog.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hqccp.decisionlog.Durability;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.ClaimRow;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.TreeHash;
import org.hqccp.decisionlog.sqlite.Connections.Query;
import org.jspecify.annotations.Nullable;

/** The log in one SQLite file, to read. */
public class SqliteReader implements LogReader {
    private final Connections connections;
    private final Durability durability;

    SqliteReader(Connections connections, Durability durability) {
        this.connections = connections;
        this.durability = durability;
    }

    /** Opens the log of a data folder to read only, while a service may be writing to it. */
    public static SqliteReader open(Path folder) throws FolderRefused, StoreException {
        return SqliteFile.read(folder);
    }

    @Override
    public long size() throws StoreException {
        return connections.read(connection -> number(connection, "SELECT coalesce(max(place) + 1, 0) FROM entry"));
    }

    @Override
    public List<EntryRow> entries(long from, int atMost) throws StoreException {
        return connections.read(connection -> {
            List<EntryRow> entries = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement(Rows.SELECT + " WHERE place >= ? ORDER BY place LIMIT ?")) {
                select.setLong(1, from);
                select.setInt(2, atMost);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        entries.add(Rows.entry(rows));
                    }
                }
            }
            return entries;
        });
    }

    @Override
    public long placeOf(String id) throws StoreException {
        return connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT place FROM entry WHERE id = ?")) {
                select.setBytes(1, Rows.idBytes(id));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : -1L;
                }
            }
        });
    }

    @Override
    public List<Long> changesOf(String id, int atMost) throws StoreException {
        return connections.read(connection -> {
            List<Long> places = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(Rows.CHANGES_OF)) {
                select.setString(1, id);
                select.setInt(2, atMost);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        places.add(rows.getLong(1));
                    }
                }
            }
            return places;
        });
    }

    @Override
    public @Nullable Claimed claimed(byte[] tag) throws StoreException {
        Query<Optional<Claimed>> query = connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT request, place FROM entry WHERE tag = ?")) {
                select.setBytes(1, tag);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Claimed(new ClaimRow(tag, row.getBytes(1)), row.getLong(2)))
                            : Optional.empty();
                }
            }
        };
        return connections.read(query).orElse(null);
    }

    @Override
    public byte[] node(int level, long index) throws StoreException {
        byte[] tree = connections.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT tree FROM entry WHERE place = ?")) {
                select.setLong(1, EntryRow.keeper(level, index));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getBytes(1) : new byte[0];
                }
            }
        });
        int from = level * TreeHash.LENGTH;
        if (tree.length < from + TreeHash.LENGTH) {
            throw new StoreException("a hash of the tree is not there", false, new SQLException("no such hash"));
        }
        return Arrays.copyOfRange(tree, from, from + TreeHash.LENGTH);
    }

    @Override
    public List<String> ruleSets() throws StoreException {
        return connections.read(connection -> {
            List<String> versions = new ArrayList<>();
            try (Statement sql = connection.createStatement();
                    ResultSet rows = sql.executeQuery("SELECT version FROM ruleset ORDER BY version")) {
                while (rows.next()) {
                    versions.add(rows.getString(1));
                }
            }
            return versions;
        });
    }

    @Override
    public byte @Nullable [] ruleSet(String version) throws StoreException {
        Query<Optional<byte[]>> query = connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT files FROM ruleset WHERE version = ?")) {
                select.setString(1, version);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                }
            }
        };
        return connections.read(query).orElse(null);
    }

    @Override
    public List<SizedNote> checkpoints(long fromSize, int atMost) throws StoreException {
        return notes("SELECT size, note FROM checkpoint WHERE size >= ? ORDER BY size LIMIT ?", fromSize, atMost);
    }

    @Override
    public @Nullable SizedNote newestCheckpoint() throws StoreException {
        List<SizedNote> newest =
                notes("SELECT size, note FROM checkpoint WHERE size >= ? ORDER BY size DESC LIMIT ?", 0, 1);
        return newest.isEmpty() ? null : newest.get(0);
    }

    private List<SizedNote> notes(String query, long fromSize, int atMost) throws StoreException {
        return connections.read(connection -> {
            List<SizedNote> notes = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setLong(1, fromSize);
                select.setInt(2, atMost);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        notes.add(new SizedNote(rows.getLong(1), rows.getString(2)));
                    }
                }
            }
            return notes;
        });
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public Durability durability() {
        return durability;
    }

    @Override
    public void close() throws StoreException {
        connections.close();
    }
}
