package org.hqccp.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the header Idempotency-Key: a text in double quotes, as RFC 9651 writes strings. */
final class IdempotencyKeys {
    private static final int LONGEST = 255;

    private IdempotencyKeys() {}

    /** The key, or null where there is no header. */
    static @Nullable String read(@Nullable String header) throws Refused {
        if (header == null) {
            return null;
        }
        String written = header.strip();
        StringBuilder key = new StringBuilder();
        boolean whole = written.length() >= 2 && written.charAt(0) == '"';
        int at = 1;
        while (whole && at < written.length() - 1) {
            char c = written.charAt(at++);
            if (c == '\\') {
                c = at < written.length() - 1 ? written.charAt(at++) : ' ';
                whole = c == '"' || c == '\\';
            } else {
                whole = c != '"' && c >= ' ' && c <= '~';
            }
            key.append(c);
        }
        whole = whole && written.charAt(written.length() - 1) == '"';
        if (!whole || key.isEmpty() || key.length() > LONGEST) {
            throw new Refused(
                    ProblemType.BAD_KEY,
                    "The header Idempotency-Key cannot be read.",
                    List.of(Fault.outside(
                            "bad-idempotency-key",
                            "the key is not a text of 1 to " + LONGEST + " plain characters in double quotes",
                            "write it as Idempotency-Key: \"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
                            List.of())));
        }
        return key.toString();
    }
}
