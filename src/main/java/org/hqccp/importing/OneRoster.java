package org.hqccp.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables of OneRoster 1.1 and 1.2. The name of a file says what its rows are; the manifest says which files there should be. */
final class OneRoster implements Format {
    private static final String MANIFEST = "manifest";

    private final ImportOptions options;
    private final Gathering gathering;
    private final ImportReport report;
    private final Map<String, String> promised = new HashMap<>();
    private final Set<String> come = new HashSet<>();
    private String manifestFile = "manifest.csv";

    OneRoster(ImportOptions options, Gathering gathering, ImportReport report) {
        this.options = options;
        this.gathering = gathering;
        this.report = report;
    }

    @Override
    public boolean takes(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    @Override
    public int turn(String file) {
        return record(file).equals(MANIFEST) ? 0 : 1;
    }

    private static String record(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.substring(0, name.length() - ".csv".length());
    }

    @Override
    public void read(String file, InputStream in) throws IOException {
        String record = record(file);
        come.add(record);
        RecordRows rows = gathering.rows(record);
        if (record.equals(MANIFEST)) {
            manifest(file, in);
        } else if (rows == null) {
            report.column(Kind.NOT_KNOWN, file, record, 1, "no file of the crosswalk: not read");
        } else if (rows.isNotRead()) {
            report.column(Kind.NOT_READ, file, record, 1, "no fact of a student is read from it");
        } else {
            Table table = CsvFile.open(in, options, file, report);
            Table.Row first = CsvFile.header(table, file, options.delimiter(), report);
            if (first == null) {
                gathering.damage(record);
            } else {
                new CsvFile(file, rows, options, gathering, report)
                        .read(table, CsvFile.names(first.cells(), rows), first);
            }
        }
    }

    private void manifest(String file, InputStream in) throws IOException {
        manifestFile = file;
        Table table = CsvFile.open(in, options, file, report);
        Table.Row first = CsvFile.header(table, file, options.delimiter(), report);
        for (Table.Row row = first == null ? null : table.next(); row != null; row = table.next()) {
            if (row.damage() != null || row.cells().size() < 2) {
                continue;
            }
            String name = row.cells().get(0).strip();
            String value = row.cells().get(1).strip();
            if (name.startsWith("file.")) {
                promised.put(name.substring("file.".length()), value);
                if (value.equals("delta")) {
                    gathering.damage(name.substring("file.".length()));
                    report.note(
                            Kind.NOTE,
                            file,
                            row.line(),
                            0,
                            name,
                            "the file tells only what changed: whoever did not change is missing from the cases");
                }
            } else if (name.equals("oneroster.version") && !value.equals("1.1") && !value.equals("1.2")) {
                report.note(
                        Kind.NOTE,
                        file,
                        row.line(),
                        0,
                        name,
                        "the version is neither 1.1 nor 1.2; it is read as these");
            }
        }
    }

    @Override
    public void end() {
        promised.forEach((record, how) -> {
            RecordRows rows = gathering.rows(record);
            if (how.equals("bulk") && !come.contains(record) && rows != null && !rows.isNotRead()) {
                report.note(
                        Kind.BAD_FILE,
                        manifestFile,
                        0,
                        0,
                        record,
                        "the manifest promises " + record + ".csv; it is not there");
            }
        });
    }
}
