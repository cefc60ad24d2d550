package org.hqccp.cli;

import java.util.List;
import org.hqccp.decision.Status;

/** Signs and words for statuses and for how certain a source is. */
final class Marks {
    private Marks() {}

    /** One character for a status, in its colour. */
    static String sign(String status, Screen screen) {
        return switch (status) {
            case "MET", "REPORTED" -> screen.green("✓");
            case "NOT_MET" -> screen.red("✗");
            case "DEVELOPING" -> screen.yellow("~");
            case "UNKNOWN" -> screen.yellow("?");
            default -> screen.faint("-");
        };
    }

    static String words(String status) {
        return switch (status) {
            case "MET" -> "met";
            case "NOT_MET" -> "not met";
            case "DEVELOPING" -> "developing";
            case "UNKNOWN" -> "not known yet";
            case "NOT_APPLICABLE" -> "does not apply";
            case "REPORTED" -> "reported";
            default -> status;
        };
    }

    static String sign(Status status, Screen screen) {
        return sign(status.name(), screen);
    }

    /** What policy staff have still to confirm, in square brackets; nothing where everything is sourced. */
    static String certainty(List<String> marks) {
        List<String> open = marks.stream().filter(m -> !m.equals("SOURCED")).toList();
        return open.isEmpty() ? "" : " [" + String.join(", ", open) + "]";
    }

    static String urgency(String code) {
        return switch (code) {
            case "U0" -> "the same day";
            case "U1" -> "within 5 school days";
            case "U2" -> "within 20 school days";
            case "U3" -> "at the next MyCAP meeting";
            default -> code;
        };
    }
}
