package org.hqccp.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where records stand, each in one number: for what can be told only when all files are read. */
final class Places {
    private static final int COLUMN_BITS = 16;
    private static final int LINE_BITS = 34;
    private static final long MOST_COLUMN = (1L << COLUMN_BITS) - 1;
    private static final long MOST_LINE = (1L << LINE_BITS) - 1;

    private final List<String> files = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    long of(Scope record, String element) {
        int file = numbers.computeIfAbsent(record.file(), name -> {
            files.add(name);
            return files.size() - 1;
        });
        int column = record.column(element);
        return ((long) file << (LINE_BITS + COLUMN_BITS))
                | (Math.min(MOST_LINE, record.row()) << COLUMN_BITS)
                | (column > MOST_COLUMN ? 0 : column);
    }

    void note(ImportReport report, Kind kind, long place, @Nullable String element, String message) {
        report.note(
                kind,
                files.get((int) (place >>> (LINE_BITS + COLUMN_BITS))),
                (place >>> COLUMN_BITS) & MOST_LINE,
                (int) (place & MOST_COLUMN),
                element,
                message);
    }
}
