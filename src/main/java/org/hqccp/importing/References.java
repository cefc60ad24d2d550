package org.hqccp.importing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Made-up names for students, from the district's ids and a key that stays with the district (handbook H.5). The same id and key always
 * give the same name; without the key nobody finds the id again.
 */
public final class References {
    public static final int KEY_BYTES = 32;
    private static final int BYTES = 12;
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final String fingerprint;

    /** @param key at least 16 bytes that are secret */
    public References(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            fingerprint = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(mac.doFinal(new byte[0])), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Tells keys apart, and nothing of them. */
    public String fingerprint() {
        return fingerprint;
    }

    String of(String id) {
        return "s-" + HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }
}
