package org.hqccp.cli;

import java.util.List;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.verification.Warning;

/** Warnings about sound rules, for people and for machines. */
final class WarningReport {
    private final Screen screen;

    WarningReport(Screen screen) {
        this.screen = screen;
    }

    /** Each warning with a case that shows it. */
    String text(List<Warning> warnings) {
        StringBuilder text = new StringBuilder();
        for (Warning warning : warnings) {
            text.append(screen.bold(place(warning)))
                    .append(": ")
                    .append(screen.yellow("warning: "))
                    .append(warning.message())
                    .append(screen.faint("  [" + warning.kind().word() + "]"))
                    .append('\n');
            if (!warning.isExact()) {
                text.append("    Not every case could be tried: ")
                        .append(warning.tried())
                        .append(" and those near them were.\n");
            }
            String example = warning.example();
            if (example != null) {
                text.append("    A case to see it with: hqccp decide ")
                        .append(warning.decision())
                        .append(" CASE.yaml\n");
                example.lines()
                        .forEach(line ->
                                text.append("      ").append(screen.faint(line)).append('\n'));
            }
        }
        return text.toString();
    }

    private static String place(Warning warning) {
        return warning.file() + (warning.line() > 0 ? ":" + warning.line() : "");
    }

    static Node json(List<Warning> warnings) {
        return Json.list(
                warnings,
                w -> Json.object(
                        "file",
                        w.file(),
                        "line",
                        w.line(),
                        "warning",
                        w.kind().word(),
                        "about",
                        w.about(),
                        "message",
                        w.message(),
                        "tried",
                        w.tried(),
                        "decision",
                        w.decision(),
                        "example",
                        w.example()));
    }
}
