package org.hqccp.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of the state's collections: the name of each column holds the number of its element, such as DOE016. */
final class Sims implements Format {
    private static final Pattern ELEMENT = Pattern.compile("(?<![A-Z0-9])(DOE[0-9]{3}|SCS[0-9]{2})(?![0-9])");

    private final ImportOptions options;
    private final Gathering gathering;
    private final ImportReport report;

    Sims(ImportOptions options, Gathering gathering, ImportReport report) {
        this.options = options;
        this.gathering = gathering;
        this.report = report;
    }

    @Override
    public boolean takes(String file) {
        return file.toLowerCase(Locale.ROOT).matches(".*[.](csv|txt|tsv)");
    }

    @Override
    public int turn(String file) {
        return 0;
    }

    @Override
    public void read(String file, InputStream in) throws IOException {
        Table table = CsvFile.open(in, options, file, report);
        Table.Row first = CsvFile.header(table, file, options.delimiter(), report);
        if (first == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (String cell : first.cells()) {
            Matcher matcher = ELEMENT.matcher(cell.toUpperCase(Locale.ROOT));
            names.add(matcher.find() ? matcher.group() : cell.strip());
        }
        boolean isCourses = names.stream().noneMatch(n -> n.startsWith("DOE"))
                && names.stream().anyMatch(n -> n.startsWith("SCS"));
        RecordRows rows = gathering.rows(isCourses ? "SCS" : "SIMS");
        if (rows == null || names.stream().noneMatch(n -> ELEMENT.matcher(n).matches())) {
            report.note(
                    Kind.BAD_FILE,
                    file,
                    first.line(),
                    1,
                    null,
                    "no column is named by an element such as DOE016: not read");
            return;
        }
        new CsvFile(file, rows, options, gathering, report).read(table, names, first);
    }
}
