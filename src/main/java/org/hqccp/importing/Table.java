package org.hqccp.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of comma-separated rows (RFC 4180) as districts send it. A damaged row is told and left out, and the next line is read as a row
 * again: an open quote never swallows the rest of the file.
 */
final class Table {
    private static final int MOST_LINES_OF_A_ROW = 50;

    private final TextLines lines;
    private final char delimiter;

    /**
     * A row.
     *
     * @param line the line it begins on
     * @param cells its cells, without quotes
     * @param columns where in its line each begins
     * @param damage what is wrong with it; its cells are then not to be used
     */
    record Row(
            long line,
            List<String> cells,
            List<Integer> columns,
            @Nullable String damage) {
        boolean isBlank() {
            return damage == null && cells.size() == 1 && cells.get(0).isBlank();
        }
    }

    Table(TextLines lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
    }

    @Nullable
    Row next() throws IOException {
        TextLines.Line line = lines.next();
        if (line == null) {
            return null;
        }
        if (line.isTooLong()) {
            return damaged(line, 1, "the line is longer than " + TextLines.LONGEST + " letters");
        }
        return line.text().indexOf('"') < 0 ? plain(line) : quoted(line);
    }

    private static Row damaged(TextLines.Line line, int column, String damage) {
        return new Row(line.number(), List.of(), List.of(column), damage);
    }

    private Row plain(TextLines.Line line) {
        List<String> cells = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        String text = line.text();
        int from = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, from)) {
            cells.add(text.substring(from, end));
            columns.add(from + 1);
            from = end + 1;
        }
        cells.add(text.substring(from));
        columns.add(from + 1);
        return new Row(line.number(), cells, columns, null);
    }

    private Row quoted(TextLines.Line first) throws IOException {
        List<TextLines.Line> taken = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        TextLines.Line line = first;
        int at = 0;
        int opened = 0;
        while (true) {
            String text = line.text();
            columns.add(at + 1);
            if (at < text.length() && text.charAt(at) == '"') {
                opened = at++;
                int[] end = {0};
                TextLines.Line last = inQuotes(line, at, cell, taken, end);
                if (last == null) {
                    return damaged(first, opened + 1, "a quote is opened and not closed");
                }
                line = last;
                text = line.text();
                at = end[0];
                if (at < text.length() && text.charAt(at) != delimiter) {
                    giveBack(taken);
                    return damaged(first, opened + 1, "something stands behind a closed quote");
                }
            } else {
                int end = text.indexOf(delimiter, at);
                cell.append(text, at, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end;
            }
            cells.add(cell.toString());
            cell.setLength(0);
            if (at >= text.length()) {
                return new Row(first.number(), cells, columns, null);
            }
            at++;
        }
    }

    /** Reads to the closing quote, over several lines if need be; none if there is no such quote near by. */
    private TextLines.@Nullable Line inQuotes(
            TextLines.Line from, int start, StringBuilder cell, List<TextLines.Line> taken, int[] end)
            throws IOException {
        TextLines.Line line = from;
        int at = start;
        while (true) {
            String text = line.text();
            int quote = text.indexOf('"', at);
            if (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                cell.append(text, at, quote + 1);
                at = quote + 2;
                continue;
            }
            if (quote >= 0) {
                cell.append(text, at, quote);
                end[0] = quote + 1;
                return line;
            }
            cell.append(text, at, text.length()).append('\n');
            TextLines.Line next = lines.next();
            if (next != null) {
                taken.add(next);
            }
            if (next == null
                    || next.isTooLong()
                    || taken.size() >= MOST_LINES_OF_A_ROW
                    || cell.length() > TextLines.LONGEST) {
                giveBack(taken);
                return null;
            }
            line = next;
            at = 0;
        }
    }

    private void giveBack(List<TextLines.Line> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            lines.giveBack(taken.get(i));
        }
        taken.clear();
    }
}
