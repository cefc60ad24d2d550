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
import org.hqccp.facts.Plural;
import org.hqccp.facts.Suggestion;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** A CSV file that staff write: a header with the columns expected, and rows. */
public final class Table {
    private static final int LONGEST = 1_000;
    private final String file;
    private final CellPlaces places;
    private final List<String> columns;
    private final List<Problem> problems;
    private final List<Row> rows = new ArrayList<>();
    private List<String> header = List.of();

    private Table(String file, CellPlaces places, List<String> columns, List<Problem> problems) {
        this.file = file;
        this.places = places;
        this.columns = columns;
        this.problems = problems;
    }

    /** One row. */
    public record Row(Table table, int line, Map<String, String> cells) {
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }

        public String file() {
            return table.file;
        }

        /** A problem of the row, told where its cell under a column stands. */
        public Problem problem(String column, String code, String message, @Nullable String advice) {
            return table.problem(line, table.header.indexOf(column), code, message, advice);
        }
    }

    /** Reads the rows; every fault of shape is a problem, and a faulty row is left out. */
    public static List<Row> read(String file, String text, List<String> columns, List<Problem> problems) {
        Table table = new Table(file, new CellPlaces(text), columns, problems);
        table.read(text);
        return table.rows;
    }

    private void read(String text) {
        int last = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                last = (int) record.getStartingLineNumber();
                if (!header.isEmpty()) {
                    row(last, record.getFields());
                } else if (!header(record.getFields())) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            problems.add(problem(
                    last + 1, 0, "CSV", "the table cannot be read from this row on", "close every \" it opens"));
        } catch (IOException e) {
            problems.add(problem(1, 0, "CSV", "the file cannot be read", null));
        }
    }

    private Problem problem(int line, int cell, String code, String message, @Nullable String advice) {
        CellPlaces.Place place = places.of(line, cell);
        return new Problem(file, place.line(), place.column(), code, message, advice);
    }

    private void row(int line, List<String> fields) {
        if (fields.size() == 1 && fields.get(0).isEmpty()) {
            problems.add(problem(line, 0, "BLANK", "the line is empty", "delete it"));
            return;
        }
        if (fields.size() != header.size()) {
            problems.add(problem(
                    line,
                    Math.min(fields.size(), header.size()),
                    "COLUMNS",
                    "the row has " + Plural.of(fields.size(), "cell") + ", the header has " + header.size(),
                    "put a text with a comma in double quotes"));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = fields.get(i);
            if (cell.length() > LONGEST || cell.indexOf('\\') >= 0) {
                problems.add(problem(
                        line,
                        i,
                        "CELL",
                        "'" + header.get(i) + "' is too long or holds a backslash",
                        "write at most " + LONGEST + " characters, without a backslash"));
            }
            cells.put(header.get(i), cell.strip());
        }
        rows.add(new Row(this, line, cells));
    }

    /** The columns in the order of the file. One that is misspelled is told, and its rows are read all the same. */
    private boolean header(List<String> written) {
        List<String> read = new ArrayList<>(written);
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(written);
        for (String column : written) {
            if (!columns.contains(column)) {
                String advice =
                        missing.size() == 1 ? "write '" + missing.get(0) + "'" : Suggestion.didYouMean(column, columns);
                int cell = written.indexOf(column);
                problems.add(problem(1, cell, "COLUMN", "'" + column + "' is not a column of this table", advice));
                if (missing.size() == 1 && written.size() == columns.size()) {
                    read.set(cell, missing.remove(0));
                }
            }
        }
        missing.forEach(column -> problems.add(
                problem(1, 0, "COLUMN", "the column '" + column + "' is missing", "add it to the first row")));
        header = read;
        return read.containsAll(columns);
    }
}
