package org.hqccp.page;

import java.util.List;
import org.hqccp.decision.Status;

/** Signs and words for statuses and for how certain a source is. */
public final class Marks {
    private Marks() {}

    /** One character for a status, in its colour. */
    public static String sign(String status, Look look) {
        return switch (status) {
            case "MET", "REPORTED" -> look.green("✓");
            case "NOT_MET" -> look.red("✗");
            case "DEVELOPING" -> look.yellow("~");
            case "UNKNOWN" -> look.yellow("?");
            default -> look.faint("-");
        };
    }

    public static String words(String status) {
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

    public static String sign(Status status, Look look) {
        return sign(status.name(), look);
    }

    /** What policy staff have still to confirm, in square brackets; nothing where everything is sourced. */
    public static String certainty(List<String> marks) {
        List<String> open = marks.stream().filter(m -> !m.equals("SOURCED")).toList();
        return open.isEmpty() ? "" : " [" + String.join(", ", open) + "]";
    }

    public static String urgency(String code) {
        return switch (code) {
            case "U0" -> "the same day";
            case "U1" -> "within 5 school days";
            case "U2" -> "within 20 school days";
            case "U3" -> "at the next MyCAP meeting";
            default -> code;
        };
    }
}
