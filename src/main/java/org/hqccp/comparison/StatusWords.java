package org.hqccp.comparison;

import java.util.Locale;

/** A status in a sentence. */
final class StatusWords {
    private StatusWords() {}

    static String of(String status) {
        return switch (status) {
            case "UNKNOWN" -> "undecided";
            default -> status.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
