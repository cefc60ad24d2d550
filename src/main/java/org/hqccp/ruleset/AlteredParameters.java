package org.hqccp.ruleset;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** The same rule set with other values for some parameters: what would be decided if policy chose differently. */
public final class AlteredParameters {
    /** The file whose problems are those of the values. */
    public static final String FILE = RuleTable.PARAMETERS.file();

    private AlteredParameters() {}

    /**
     * Reads the files again with these values in every period of the parameters they name.
     *
     * @param values written as in parameters.csv, by parameter; each name is a parameter of the base
     * @param problems gets what is wrong with the values
     * @return the altered rule set; none if a value does not fit
     */
    public static @Nullable RuleSet read(RuleSet base, Map<String, String> values, List<Problem> problems) {
        SortedMap<String, String> files = new TreeMap<>(base.files());
        files.put(FILE, altered(base.files().getOrDefault(FILE, ""), values));
        return RuleSetReader.read(files, problems);
    }

    private static String altered(String table, Map<String, String> values) {
        List<String> columns = RuleTable.PARAMETERS.columns();
        StringWriter altered = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(altered)) {
            writer.writeRecord(columns);
            for (Table.Row row : Table.read(FILE, table, columns, new ArrayList<>())) {
                String value = values.getOrDefault(row.get("name"), row.get("value"));
                writer.writeRecord(columns.stream()
                        .map(column -> column.equals("value") ? value : row.get(column))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot be written", e);
        }
        return altered.toString();
    }
}
