package org.hqccp.decisionlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hqccp.decisionlog.format.CsvTable;
import org.hqccp.decisionlog.format.Leaf;
import org.jspecify.annotations.Nullable;

/** A row for each entry, as far as the newest checkpoint. The last column is the hash of its leaf, so that the rows lead to the signed root. */
final class CsvExport {
    private static final int PAGE = 200;

    private CsvExport() {}

    static long write(LogArchive log, OutputStream out) throws StoreException, IOException, DamagedEntry {
        long size = log.signedSize();
        out.write(line(CsvTable.COLUMNS));
        for (long from = 0; from < size; from += PAGE) {
            for (Entry entry : log.entries(from, (int) Math.min(PAGE, size - from))) {
                out.write(line(row(entry)));
            }
        }
        return size;
    }

    private static List<String> row(Entry entry) {
        Leaf leaf = entry.leaf();
        Map<String, ?> head = entry.record().head();
        return List.of(
                Long.toString(leaf.index()),
                leaf.id(),
                leaf.time(),
                leaf.kind().word(),
                leaf.caller(),
                text(leaf.decision() == null ? head.get("decision") : leaf.decision()),
                text(leaf.ruleSet()),
                leaf.engine(),
                text(head.get("outcome")),
                text(head.get("caseId")),
                text(head.get("asOf")),
                head.get("rules") instanceof List<?> rules ? String.join(" ", texts(rules)) : "",
                text(leaf.supersedes()),
                text(leaf.about()),
                text(head.get("subject")),
                text(head.get("reason")),
                text(head.get("text")),
                text(head.get("purpose")),
                HexFormat.of().formatHex(entry.receipt().leafHash()));
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static byte[] line(List<String> cells) {
        return CsvTable.line(cells).getBytes(StandardCharsets.UTF_8);
    }
}
