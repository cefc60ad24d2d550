package org.hqccp.testcase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.Table;
import org.jspecify.annotations.Nullable;

/** The small changes of the rules that no case can notice, or that none should, each with the reason. The file may be missing. */
public final class AcceptedMutants {
    public static final String FILE = "accepted-mutants.csv";
    private static final List<String> COLUMNS = List.of("what", "change", "reason");
    private static final String ANY = "…";

    private final String file;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Row> used = new LinkedHashSet<>();

    private record Row(String what, Pattern change, String reason, int line) {}

    private AcceptedMutants(String file) {
        this.file = file;
    }

    /**
     * Reads them from a case folder.
     *
     * @param problems gets what is wrong with the file
     */
    public static AcceptedMutants read(Path folder, List<Problem> problems) throws IOException {
        String file = folder.toAbsolutePath().normalize().getFileName() + "/" + FILE;
        AcceptedMutants accepted = new AcceptedMutants(file);
        String text = RuleFolder.read(folder, new ArrayList<>()).get(FILE);
        for (Table.Row row : text == null ? List.<Table.Row>of() : Table.read(file, text, COLUMNS, problems)) {
            if (row.get("reason").isBlank()) {
                problems.add(row.problem("reason", "MISSING", "'reason' is empty", "say why no case need notice it"));
            }
            accepted.rows.add(new Row(row.get("what"), pattern(row.get("change")), row.get("reason"), row.line()));
        }
        return accepted;
    }

    private static Pattern pattern(String change) {
        return Pattern.compile(
                Arrays.stream(change.split(ANY, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Where the file is, from the name of the case folder on. */
    public String file() {
        return file;
    }

    /** Why a mutant that no case noticed need not be noticed; none where nobody said so. */
    public @Nullable String reason(Mutant mutant) {
        for (Row row : rows) {
            if (row.what().equals(mutant.what())
                    && row.change().matcher(mutant.words()).matches()) {
                used.add(row);
                return row.reason();
            }
        }
        return null;
    }

    /**
     * The lines that explain nothing: their mutants were noticed, or are there no more.
     *
     * @param tried what was changed, by the mutants that were tried
     */
    public List<Integer> unused(Set<String> tried) {
        return rows.stream()
                .filter(row -> tried.contains(row.what()) && !used.contains(row))
                .map(Row::line)
                .toList();
    }
}
