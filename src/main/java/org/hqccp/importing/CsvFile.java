package org.hqccp.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.Plural;
import org.hqccp.ruleset.CrosswalkRow;
import org.hqccp.ruleset.CrosswalkRow.How;
import org.jspecify.annotations.Nullable;

/** One table of a district: its header is matched with the crosswalk, and each sound row handed on. */
final class CsvFile {
    private final String file;
    private final RecordRows rows;
    private final ImportOptions options;
    private final Gathering gathering;
    private final ImportReport report;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, Long> unused = new HashMap<>();
    private final Set<String> lists = new HashSet<>();

    CsvFile(String file, RecordRows rows, ImportOptions options, Gathering gathering, ImportReport report) {
        this.file = file;
        this.rows = rows;
        this.options = options;
        this.gathering = gathering;
        this.report = report;
        rows.saying().stream().filter(CrosswalkRow::isList).forEach(r -> lists.addAll(r.elements()));
    }

    /** @param header the names of the columns, as the crosswalk writes them where it knows them */
    void read(Table table, List<String> header, Table.Row first) throws IOException {
        for (int i = 0; i < header.size(); i++) {
            Integer before = places.putIfAbsent(header.get(i), i);
            if (before != null && rows.needed().contains(header.get(i))) {
                report.note(
                        Kind.BAD_FILE,
                        file,
                        first.line(),
                        first.columns().get(i),
                        header.get(i),
                        "the column stands twice, so neither can be believed: the file is not read");
                gathering.damage(rows.record());
                return;
            }
        }
        if (!isReadable(first)) {
            return;
        }
        gathering.open(rows.record());
        long last = first.line();
        try {
            for (Table.Row row = table.next(); row != null; row = table.next()) {
                last = row.line();
                if (row.isBlank()) {
                    continue;
                }
                String damage = row.damage() != null
                        ? row.damage()
                        : row.cells().size() == header.size()
                                ? null
                                : "it has " + Plural.of(row.cells().size(), "cell") + ", and the header "
                                        + header.size();
                if (damage != null) {
                    gathering.damage(rows.record());
                    int at = row.damage() != null
                            ? row.columns().get(0)
                            : row.columns()
                                    .get(Math.min(header.size(), row.columns().size()) - 1);
                    report.note(Kind.BAD_ROW, file, row.line(), at, null, damage + ": the row is left out");
                } else {
                    gathering.accept(rows, new CsvRow(row), places::containsKey);
                    count(header, row);
                }
            }
        } catch (IOException e) {
            gathering.damage(rows.record());
            report.note(
                    Kind.BAD_FILE, file, last, 0, null, "the file breaks off after this line: the rest is not read");
        }
        for (int i = 0; i < header.size(); i++) {
            if (!rows.needed().contains(header.get(i))) {
                String name = header.get(i);
                Unused.tell(report, file, rows.unused(name), shown(name), name, unused.getOrDefault(i, 0L));
            }
        }
    }

    /** A name of a column is told, but not the text of a file whose first row is none of names. */
    private static String shown(String name) {
        return name.length() <= 60 && Meanings.isText(name) ? name : "(a column whose name is no name)";
    }

    private boolean isReadable(Table.Row first) {
        CrosswalkRow key = rows.first(How.KEY, How.STUDENT, How.MEMBER, How.LIST_KEY);
        String needed = key == null ? "" : key.elements().get(0);
        if (key != null && !places.containsKey(needed)) {
            report.note(
                    Kind.BAD_FILE,
                    file,
                    first.line(),
                    1,
                    needed,
                    "the column is missing, so no row says whom it is about: the file is not read");
            gathering.damage(rows.record());
            return false;
        }
        for (CrosswalkRow row : rows.all(How.ONLY)) {
            if (!places.containsKey(row.elements().get(0)) && !gathering.isConfirmedElsewhere()) {
                report.note(
                        Kind.MISSING_COLUMN,
                        file,
                        first.line(),
                        0,
                        row.element(),
                        "the column is missing: every row is taken, whatever its " + row.name());
            }
        }
        for (CrosswalkRow row : rows.saying()) {
            boolean hasOther = rows.saying().stream()
                    .anyMatch(o -> o.fact() == row.fact() && places.keySet().containsAll(o.elements()));
            if (!hasOther) {
                report.note(
                        Kind.MISSING_COLUMN,
                        file,
                        first.line(),
                        0,
                        row.element(),
                        "the column is missing: " + row.name() + " stays unknown");
            }
        }
        return true;
    }

    private void count(List<String> header, Table.Row row) {
        for (int i = 0; i < header.size(); i++) {
            if (!rows.needed().contains(header.get(i)) && !row.cells().get(i).isBlank()) {
                unused.merge(i, 1L, Long::sum);
            }
        }
    }

    private final class CsvRow implements Scope {
        private final Table.Row row;

        CsvRow(Table.Row row) {
            this.row = row;
        }

        @Override
        public List<String> get(String path) {
            Integer place = places.get(path);
            String cell = place == null ? "" : row.cells().get(place).strip();
            if (cell.isEmpty()) {
                return List.of();
            }
            return lists.contains(path)
                    ? Arrays.stream(cell.split(","))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList()
                    : List.of(cell);
        }

        @Override
        public List<Scope> parts(String path) {
            return List.of(this);
        }

        @Override
        public String file() {
            return file;
        }

        @Override
        public long row() {
            return row.line();
        }

        @Override
        public int column(String path) {
            Integer place = places.get(path);
            return place == null ? 0 : row.columns().get(place);
        }
    }

    /** Opens a table and reads its first row; none, and told, where there is no such row. */
    static Table.@Nullable Row header(Table table, String file, char delimiter, ImportReport report)
            throws IOException {
        Table.Row first = table.next();
        while (first != null && first.isBlank()) {
            first = table.next();
        }
        if (first == null || first.damage() != null) {
            report.note(Kind.BAD_FILE, file, 1, 1, null, "it has no first row with the names of columns: not read");
            return null;
        }
        if (first.cells().size() == 1) {
            for (char other : new char[] {',', ';', '\t', '|'}) {
                if (other != delimiter && first.cells().get(0).indexOf(other) >= 0) {
                    report.note(
                            Kind.BAD_FILE,
                            file,
                            first.line(),
                            first.cells().get(0).indexOf(other) + 1,
                            null,
                            "its cells seem to be divided by " + name(other) + ": say so with --delimiter; not read");
                    return null;
                }
            }
        }
        return first;
    }

    private static String name(char delimiter) {
        return switch (delimiter) {
            case '\t' -> "tabs";
            case ';' -> "semicolons";
            case '|' -> "upright bars";
            default -> "commas";
        };
    }

    /** The names as the crosswalk writes them: capitals do not matter, and what it does not know stays as it is. */
    static List<String> names(List<String> written, RecordRows rows) {
        Map<String, String> known = new HashMap<>();
        rows.needed().forEach(name -> known.put(name.toLowerCase(Locale.ROOT), name));
        List<String> names = new ArrayList<>();
        for (String each : written) {
            String name = each.strip();
            names.add(known.getOrDefault(name.toLowerCase(Locale.ROOT), name));
        }
        return names;
    }

    static Table open(InputStream in, ImportOptions options, String file, ImportReport report) throws IOException {
        return new Table(new TextLines(Decoding.open(in, options.encoding(), file, report)), options.delimiter());
    }
}
