package org.hqccp.decisionlog.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a log's signing key, in the form C2SP signed-note gives it: {@code name+id+key}. Ed25519 only. */
public final class VerifierKey {
    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 4;
    private static final int SIGNATURE_LENGTH = 64;
    /** What stands before the 32 bytes of a key in X.509 form. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;
    private final byte[] id;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) throws FormatException {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(VerifierKey::blank)) {
            throw new FormatException("the name of a key is empty or holds a space or a plus");
        }
        this.name = name;
        this.raw = raw;
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        this.id = Arrays.copyOf(TreeHash.plain(named, new byte[] {ED25519}, raw), ID_LENGTH);
        this.key = publicKey(raw);
    }

    /** The key of a name, from its 32 bytes. */
    public static VerifierKey of(String name, byte[] raw) throws FormatException {
        if (raw.length != KEY_LENGTH) {
            throw new FormatException("a public key is not 32 bytes long");
        }
        return new VerifierKey(name, raw.clone());
    }

    /** Reads {@code name+id+key}. */
    public static VerifierKey read(String text) throws FormatException {
        String[] parts = text.split("\\+", 3);
        if (parts.length == 3) {
            try {
                byte[] typed = Base64.getDecoder().decode(parts[2]);
                if (typed.length == KEY_LENGTH + 1 && typed[0] == ED25519) {
                    VerifierKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                    if (key.text().equals(text)) {
                        return key;
                    }
                }
            } catch (IllegalArgumentException e) {
                throw new FormatException("a public key is not in base64");
            }
        }
        throw new FormatException("a public key is not of the form name+id+key");
    }

    /** The key as {@code name+id+key}. */
    public String text() {
        byte[] typed = new byte[raw.length + 1];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    public String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    boolean verifies(byte[] text, byte[] signature) {
        // The JDK does not mind bytes after the signature.
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // The JDK throws for a signature that is no point of the curve: it does not verify.
            return false;
        }
    }

    private static PublicKey publicKey(byte[] raw) throws FormatException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new FormatException("a public key is not an Ed25519 key");
        }
    }

    private static boolean blank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
