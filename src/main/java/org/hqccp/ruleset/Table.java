package org.hqccp.ruleset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** A CSV file of the rule folder: a header with the columns expected, and rows. */
final class Table {
    private static final int LONGEST = 1_000;

    /** One row. */
    record Row(String file, int line, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }

        Problem problem(String code, String message, @Nullable String advice) {
            return new Problem(file, line, 0, code, message, advice);
        }
    }

    private Table() {}

    /** Reads the rows; every fault of shape is a problem, and a faulty row is left out. */
    static List<Row> read(String file, String text, List<String> columns, List<Problem> problems) {
        List<Row> rows = new ArrayList<>();
        int last = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            List<String> header = List.of();
            for (CsvRecord record : reader) {
                int line = (int) record.getStartingLineNumber();
                List<String> fields = record.getFields();
                last = line;
                if (header.isEmpty()) {
                    header = header(file, fields, columns, problems);
                    if (!header.containsAll(columns)) {
                        return rows;
                    }
                } else if (fields.size() == 1 && fields.get(0).isEmpty()) {
                    problems.add(new Problem(file, line, 0, "BLANK", "the line is empty", "delete it"));
                } else if (fields.size() != header.size()) {
                    problems.add(new Problem(
                            file,
                            line,
                            0,
                            "COLUMNS",
                            "the row has " + fields.size() + " cells, the header has " + header.size(),
                            "put a text with a comma in double quotes"));
                } else {
                    row(file, line, header, fields, rows, problems);
                }
            }
        } catch (CsvParseException e) {
            problems.add(new Problem(
                    file, last + 1, 0, "CSV", "the table cannot be read from this row on", "close every \" it opens"));
        } catch (IOException e) {
            problems.add(new Problem(file, 1, 0, "CSV", "the file cannot be read", null));
        }
        return rows;
    }

    private static void row(
            String file, int line, List<String> header, List<String> fields, List<Row> rows, List<Problem> problems) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = fields.get(i);
            if (cell.length() > LONGEST || cell.indexOf('\\') >= 0) {
                problems.add(new Problem(
                        file, line, 0, "CELL", "'" + header.get(i) + "' is too long or holds a backslash", null));
            }
            cells.put(header.get(i), cell.strip());
        }
        rows.add(new Row(file, line, cells));
    }

    /** The columns in the order of the file. One that is misspelled is told, and its rows are read all the same. */
    private static List<String> header(
            String file, List<String> written, List<String> columns, List<Problem> problems) {
        List<String> header = new ArrayList<>(written);
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(written);
        for (String column : written) {
            if (!columns.contains(column)) {
                String advice =
                        missing.size() == 1 ? "write '" + missing.get(0) + "'" : Suggestion.didYouMean(column, columns);
                problems.add(
                        new Problem(file, 1, 0, "COLUMN", "'" + column + "' is not a column of this table", advice));
                if (missing.size() == 1 && written.size() == columns.size()) {
                    header.set(written.indexOf(column), missing.remove(0));
                }
            }
        }
        missing.forEach(column -> problems.add(new Problem(
                file, 1, 0, "COLUMN", "the column '" + column + "' is missing", "add it to the first row")));
        return header;
    }
}
