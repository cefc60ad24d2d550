package org.hqccp.decisionlog.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rule set kept whole: every file, packed, under the hash of what the files say. */
public final class RuleSetFiles {
    private RuleSetFiles() {}

    /** The packed bytes of the files, by path. */
    public static byte[] bytes(Map<String, String> files) throws FormatException {
        return Packing.packed(CanonicalJson.write(files));
    }

    /** The files, by path. */
    public static SortedMap<String, String> read(byte[] packed) throws FormatException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Map.Entry<String, ?> file :
                JsonReader.readObject(Packing.unpacked(packed)).entrySet()) {
            if (!(file.getValue() instanceof String text)) {
                throw new FormatException("a file of a kept rule set is not a text");
            }
            files.put(file.getKey(), text);
        }
        return files;
    }

    /** The version of a rule set: SHA-256 over each path and text in order of path, each with its length in bytes and a colon before it. */
    public static String version(SortedMap<String, String> files) {
        MessageDigest digest = TreeHash.sha256();
        for (Map.Entry<String, String> file : files.entrySet()) {
            part(digest, file.getKey());
            part(digest, file.getValue());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
