package org.hqccp.decisionlog.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures under it, as C2SP signed-note lays it out.
 *
 * @param text the text, with the newline it ends in
 * @param signatures the lines under it
 */
public record SignedNote(String text, List<Line> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 64;
    private static final int ID_LENGTH = 4;

    /** A signature line. */
    record Line(String name, byte[] id, byte[] signature) {
        String text() {
            byte[] both = Arrays.copyOf(id, id.length + signature.length);
            System.arraycopy(signature, 0, both, id.length, signature.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }
    }

    /** Signs a text. */
    public static SignedNote sign(String text, SigningKey key) {
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(
                text, List.of(new Line(key.verifier().name(), key.verifier().id(), signature)));
    }

    /** Reads a signed note; whether its signatures hold is another question. */
    public static SignedNote read(String note) throws FormatException {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new FormatException("a signed note is a text, an empty line and signature lines");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : note.substring(blank + 2).split("\n")) {
            lines.add(line(line));
        }
        if (lines.size() > MOST_SIGNATURES) {
            throw new FormatException("a signed note has too many signatures");
        }
        return new SignedNote(note.substring(0, blank + 1), List.copyOf(lines));
    }

    private static Line line(String line) throws FormatException {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (parts.length == 2 && !parts[0].isEmpty()) {
            try {
                byte[] both = Base64.getDecoder().decode(parts[1]);
                // The decoder lets bits pass that no encoder would set.
                if (both.length > ID_LENGTH
                        && Base64.getEncoder().encodeToString(both).equals(parts[1])) {
                    return new Line(
                            parts[0], Arrays.copyOf(both, ID_LENGTH), Arrays.copyOfRange(both, ID_LENGTH, both.length));
                }
            } catch (IllegalArgumentException e) {
                throw new FormatException("a signature is not in base64");
            }
        }
        throw new FormatException("a signature line is not a dash, a name and a signature");
    }

    /** Whether this key signed the text; signatures of other keys do not count either way. */
    public boolean signedBy(VerifierKey key) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        List<Line> ours = signatures.stream()
                .filter(line -> line.name().equals(key.name()) && Arrays.equals(line.id(), key.id()))
                .toList();
        return !ours.isEmpty() && ours.stream().allMatch(line -> key.verifies(signed, line.signature()));
    }

    /** The whole note. */
    public String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.text()));
        return note.toString();
    }
}
