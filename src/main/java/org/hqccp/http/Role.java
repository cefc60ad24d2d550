package org.hqccp.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the holder of a token may do. */
public enum Role {
    /** Asks for decisions, and records that a person set another outcome. */
    APPLICATION,
    /** Reads the decision log, rules and what there is to decide; decides nothing. */
    AUDITOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Role named(String word) {
        return Arrays.stream(values())
                .filter(r -> r.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
