package org.hqccp.decisionlog.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * What an answer carries to show that it was recorded. The code is a promise the service can check; anybody can check the rest
 * against a signed checkpoint, with a proof.
 *
 * @param log the log's name
 * @param index the entry's place
 * @param leafHash the hash of its leaf
 * @param code keyed hash over the three others
 */
public record Receipt(String log, long index, byte[] leafHash, byte[] code) {
    /** The receipt as a JSON object. */
    public byte[] bytes() throws FormatException {
        HexFormat hex = HexFormat.of();
        return CanonicalJson.write(
                Map.of("code", hex.formatHex(code), "index", index, "leafHash", hex.formatHex(leafHash), "log", log));
    }

    /** Reads a receipt. */
    public static Receipt read(byte[] json) throws FormatException {
        Members in = Members.read("a receipt", json);
        Receipt receipt = new Receipt(in.text("log"), in.whole("index"), in.bytes("leafHash"), in.bytes("code"));
        in.nothingElse();
        return receipt;
    }

    /** What the code is made over. */
    public static byte[] codedText(String log, long index, byte[] leafHash) {
        String hash = HexFormat.of().formatHex(leafHash);
        return ("hqccp.decision-log/1 receipt\n" + log + "\n" + index + "\n" + hash + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
