package org.hqccp.decisionlog.sqlite;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.hqccp.decisionlog.format.ClaimRow;
import org.hqccp.decisionlog.format.EntryRow;

/** Entries to and from rows. */
final class Rows {
    static final String INSERT =
            "INSERT INTO entry (place, id, leaf, tree, code, tag, request, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    static final String SELECT = "SELECT place, id, leaf, tree, code, tag, request, sealed FROM entry";

    private static final String LEAF = "CAST(leaf AS TEXT)";
    /** The decision an entry corrects or overrides; none for other entries. */
    private static final String CHANGED = "CASE WHEN json_valid(" + LEAF + ") THEN CASE json_extract(" + LEAF
            + ", '$.kind') WHEN 'correction' THEN json_extract(" + LEAF + ", '$.supersedes') WHEN 'override' THEN"
            + " json_extract(" + LEAF + ", '$.about') END END";
    /** Holds nothing that does not stand in the leaves: it only finds them. */
    static final String CHANGES_INDEX =
            "CREATE INDEX entry_changes ON entry (" + CHANGED + ") WHERE " + CHANGED + " IS NOT NULL";

    static final String CHANGES_OF =
            "SELECT place FROM entry WHERE " + CHANGED + " = ? AND " + CHANGED + " IS NOT NULL ORDER BY place LIMIT ?";

    private Rows() {}

    static void insert(PreparedStatement insert, EntryRow row) throws SQLException {
        ClaimRow claim = row.claim();
        insert.setLong(1, row.index());
        insert.setBytes(2, idBytes(row.id()));
        insert.setBytes(3, row.leaf());
        insert.setBytes(4, row.tree());
        insert.setBytes(5, row.code());
        insert.setBytes(6, claim == null ? null : claim.tag());
        insert.setBytes(7, claim == null ? null : claim.request());
        insert.setBytes(8, row.sealed());
        insert.executeUpdate();
    }

    static EntryRow entry(ResultSet row) throws SQLException {
        byte[] tag = row.getBytes(6);
        byte[] request = row.getBytes(7);
        ClaimRow claim = tag == null && request == null
                ? null
                : new ClaimRow(tag == null ? new byte[0] : tag, request == null ? new byte[0] : request);
        return new EntryRow(
                row.getLong(1),
                idText(row.getBytes(2)),
                row.getBytes(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getBytes(8),
                claim);
    }

    static byte[] idBytes(String id) {
        UUID uuid = UUID.fromString(id);
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static String idText(byte[] id) {
        if (id.length != 16) {
            return "";
        }
        ByteBuffer bytes = ByteBuffer.wrap(id);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
