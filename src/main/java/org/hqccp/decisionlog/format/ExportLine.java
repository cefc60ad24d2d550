package org.hqccp.decisionlog.format;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of an exported log: a head, the checkpoints, the rule sets, then every entry, each one JSON object. */
public final class ExportLine {
    private static final String FORMAT = "hqccp.decision-log export 1";
    private static final HexFormat HEX = HexFormat.of();

    private ExportLine() {}

    /** The first line. */
    public static byte[] head(String vkey, long size) throws FormatException {
        return CanonicalJson.write(Map.of("format", FORMAT, "size", size, "vkey", vkey));
    }

    /** A checkpoint. */
    public static byte[] checkpoint(long size, String note) throws FormatException {
        return CanonicalJson.write(Map.of("checkpoint", note, "size", size));
    }

    /** A rule set. */
    public static byte[] ruleSet(String version, byte[] files) throws FormatException {
        return CanonicalJson.write(Map.of("files", Base64.getEncoder().encodeToString(files), "ruleSet", version));
    }

    /** An entry. */
    public static byte[] entry(EntryRow row) throws FormatException {
        Map<String, Object> members = new TreeMap<>();
        members.put("code", HEX.formatHex(row.code()));
        members.put("leaf", JsonReader.readObject(row.leaf()));
        members.put("sealed", Base64.getEncoder().encodeToString(row.sealed()));
        members.put("tree", HEX.formatHex(row.tree()));
        ClaimRow claim = row.claim();
        if (claim != null) {
            members.put("request", HEX.formatHex(claim.request()));
            members.put("tag", HEX.formatHex(claim.tag()));
        }
        return CanonicalJson.write(members);
    }

    /** What takes the lines of an export, in order. */
    public interface Visitor {
        void head(String vkey, long size) throws FormatException;

        void checkpoint(long size, String note) throws FormatException;

        void ruleSet(String version, byte[] files) throws FormatException;

        void entry(EntryRow row) throws FormatException;
    }

    /** Reads one line. */
    public static void read(byte[] line, Visitor visitor) throws FormatException {
        Map<String, @Nullable Object> members = JsonReader.readObject(line);
        Members in = Members.in("a line of the export", members);
        if (members.containsKey("format")) {
            if (!in.text("format").equals(FORMAT)) {
                throw new FormatException("the export is of another format");
            }
            visitor.head(in.text("vkey"), in.whole("size"));
        } else if (members.containsKey("checkpoint")) {
            visitor.checkpoint(in.whole("size"), in.text("checkpoint"));
        } else if (members.containsKey("ruleSet")) {
            visitor.ruleSet(in.text("ruleSet"), base64(in.text("files")));
        } else {
            byte[] leaf = CanonicalJson.write(in.any("leaf"));
            Leaf read = Leaf.read(leaf);
            byte[] tag = in.bytesOrNone("tag");
            byte[] request = in.bytesOrNone("request");
            ClaimRow claim = tag == null || request == null ? null : new ClaimRow(tag, request);
            visitor.entry(new EntryRow(
                    read.index(),
                    read.id(),
                    leaf,
                    in.bytes("tree"),
                    in.bytes("code"),
                    base64(in.text("sealed")),
                    claim));
        }
        in.nothingElse();
    }

    private static byte[] base64(String text) throws FormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new FormatException("a value of the export is not in base64");
        }
        throw new FormatException("a value of the export is not in base64");
    }
}
