package org.hqccp.lottery;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The secret half of the chance of a draw. Its commitment is published before the draw, the seed itself after it, so that nobody can
 * choose another one in between.
 *
 * @param hex 32 bytes in small hexadecimal digits
 */
public record Seed(String hex) {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Seed {
        if (!isSeed(hex)) {
            throw new IllegalArgumentException("a seed is 64 hexadecimal digits");
        }
    }

    /** A seed that nobody has seen. */
    public static Seed fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    /** Whether a text can be a seed. */
    public static boolean isSeed(String text) {
        return FORM.matcher(text).matches();
    }

    /** What is published before the draw. */
    public String commitment() {
        return Sha256.hex(Draw.ALGORITHM + " seed " + hex);
    }

    /** Kept out of messages and logs. */
    @Override
    public String toString() {
        return "Seed[kept secret]";
    }
}
