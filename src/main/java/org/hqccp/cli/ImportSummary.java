package org.hqccp.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hqccp.facts.Plural;
import org.hqccp.importing.ImportReport;
import org.hqccp.importing.Kind;
import org.hqccp.importing.Noted;
import org.jspecify.annotations.Nullable;

/** What an import did, for people. */
record ImportSummary(Screen screen, ImportReport report) {
    private static final int MOST_NAMES = 12;

    String text(@Nullable String decision, long refused, @Nullable Path out, @Nullable Path table) {
        StringBuilder text = new StringBuilder();
        text.append(screen.bold(Plural.of(report.students(), "student")))
                .append(decision == null ? "" : ", decided for " + decision)
                .append(out == null ? "" : ", in " + out)
                .append(".\n");
        if (refused > 0) {
            text.append(Plural.of(refused, "case")).append(" could not be decided: their lines say why.\n");
        }
        counts(text, "read", report.recordsRead());
        counts(text, "passed over", report.passedOver());
        counts(text, "known of how many", report.known());
        // How much was read is told above, and notes are in the table.
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.READ, Kind.PASSED_OVER, Kind.NOTE))) {
            if (report.times(kind) > 0) {
                text.append(kind.isLoss() ? screen.red(kind.word()) : screen.bold(kind.word()))
                        .append("  ")
                        .append(Plural.of(report.times(kind), "time"))
                        .append(": ")
                        .append(kind.meaning())
                        .append('\n');
                names(text, kind);
            }
            if (kind == Kind.NOT_COUNTED) {
                report.notCounted()
                        .forEach(noted -> text.append("    ")
                                .append(noted.message())
                                .append(", ")
                                .append(Plural.of(noted.times(), "student"))
                                .append('\n'));
            }
        }
        codes(text);
        losses(text);
        if (table != null) {
            text.append("All of it, by file, row and column, is in ")
                    .append(table)
                    .append(".\n");
        }
        return text.toString();
    }

    private static void counts(StringBuilder text, String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            text.append(what)
                    .append("  ")
                    .append(counts.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    private void names(StringBuilder text, Kind kind) {
        List<String> names = report.columns().stream()
                .filter(noted -> noted.kind() == kind)
                .map(noted -> String.valueOf(noted.element()))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            text.append("    ")
                    .append(String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))))
                    .append(names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "")
                    .append('\n');
        }
    }

    private void codes(StringBuilder text) {
        report.unknownCodes()
                .forEach((element, codes) -> codes.forEach((code, times) -> text.append("    ")
                        .append(element)
                        .append(": ")
                        .append(code.isEmpty() ? "codes too rare to show" : "the code '" + code + "'")
                        .append(", ")
                        .append(Plural.of(times, "time"))
                        .append('\n')));
    }

    private void losses(StringBuilder text) {
        for (Noted noted : report.firstLosses()) {
            text.append("    ")
                    .append(noted.file())
                    .append(noted.row() == 0 ? "" : ":" + noted.row())
                    .append(noted.column() == 0 ? "" : ":" + noted.column())
                    .append("  ")
                    .append(noted.message())
                    .append('\n');
        }
    }
}
