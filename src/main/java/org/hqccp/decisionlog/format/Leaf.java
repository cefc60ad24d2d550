package org.hqccp.decisionlog.format;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an entry that stands in clear and is hashed into the tree. It says nothing about a person.
 *
 * @param index the entry's place, from 0, without gaps
 * @param id the entry's random id; for a decision, its decision id
 * @param time when it was recorded: UTC, to the millisecond
 * @param kind what it records
 * @param caller who asked, by the name of the token
 * @param decision the decision's name, where a case was decided
 * @param ruleSet the version of the rule set
 * @param engine the version of the program that decided
 * @param about the entry this one speaks of: what was read or overridden
 * @param supersedes the decision this one takes the place of
 * @param outcomeCommit commitment to the outcome, where a case was decided
 * @param recordCommit commitment to the record
 * @param cipherHash hash of the sealed record
 * @param vkey the key that signs this log's checkpoints, in the first entry
 */
public record Leaf(
        long index,
        String id,
        String time,
        EntryKind kind,
        String caller,
        @Nullable String decision,
        @Nullable String ruleSet,
        String engine,
        @Nullable String about,
        @Nullable String supersedes,
        byte @Nullable [] outcomeCommit,
        byte[] recordCommit,
        byte[] cipherHash,
        @Nullable String vkey) {

    /** The version of the format. */
    public static final long FORMAT = 1;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");

    /** Whether a text can be the id of an entry. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The same leaf at another place and time. */
    public Leaf at(long newIndex, String newTime) {
        return new Leaf(
                newIndex,
                id,
                newTime,
                kind,
                caller,
                decision,
                ruleSet,
                engine,
                about,
                supersedes,
                outcomeCommit,
                recordCommit,
                cipherHash,
                vkey);
    }

    /** The canonical bytes: what is hashed. */
    public byte[] bytes() throws FormatException {
        Map<String, Object> members = new TreeMap<>();
        members.put("index", index);
        members.put("id", id);
        members.put("time", time);
        members.put("kind", kind.word());
        members.put("caller", caller);
        members.put("engine", engine);
        members.put("recordCommit", HexFormat.of().formatHex(recordCommit));
        members.put("cipherHash", HexFormat.of().formatHex(cipherHash));
        members.put("v", FORMAT);
        optional(members, "decision", decision);
        optional(members, "ruleSet", ruleSet);
        optional(members, "about", about);
        optional(members, "supersedes", supersedes);
        optional(members, "vkey", vkey);
        if (outcomeCommit != null) {
            members.put("outcomeCommit", HexFormat.of().formatHex(outcomeCommit));
        }
        return CanonicalJson.write(members);
    }

    private static void optional(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** Reads a leaf, and refuses any that this class would not have written to the byte. */
    public static Leaf read(byte[] bytes) throws FormatException {
        Members in = Members.read("a leaf", bytes);
        if (in.whole("v") != FORMAT) {
            throw new FormatException("a leaf is of another version of the format");
        }
        Leaf leaf = new Leaf(
                in.whole("index"),
                in.text("id"),
                in.text("time"),
                EntryKind.of(in.text("kind")),
                in.text("caller"),
                in.textOrNone("decision"),
                in.textOrNone("ruleSet"),
                in.text("engine"),
                in.textOrNone("about"),
                in.textOrNone("supersedes"),
                in.bytesOrNone("outcomeCommit"),
                in.bytes("recordCommit"),
                in.bytes("cipherHash"),
                in.textOrNone("vkey"));
        in.nothingElse();
        leaf.check();
        if (!Arrays.equals(leaf.bytes(), bytes)) {
            throw new FormatException("a leaf is not in canonical form");
        }
        return leaf;
    }

    private void check() throws FormatException {
        boolean whole = index >= 0
                && isId(id)
                && TIME.matcher(time).matches()
                && (decision != null) == kind.holdsDecision()
                && (outcomeCommit != null) == kind.holdsDecision()
                && (supersedes != null) == (kind == EntryKind.CORRECTION)
                && (vkey != null) == (kind == EntryKind.START)
                && (kind != EntryKind.OVERRIDE || about != null)
                && (ruleSet != null || !kind.holdsDecision() && kind != EntryKind.RULESET);
        if (!whole) {
            throw new FormatException("a leaf does not hold what its kind asks for");
        }
    }
}
