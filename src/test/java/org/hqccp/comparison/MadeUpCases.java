package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.hqccp.cohort.CohortLine;
import org.hqccp.cohort.Marginals;
import org.hqccp.cohort.SyntheticCohort;
import org.hqccp.json.DocumentException;
import org.hqccp.rulelanguage.Problem;

/** A made-up cohort of so many students, under one seed. */
record MadeUpCases(int students) {
    static final Path SHARES = Path.of("test-cases/cohort/marginals.csv");

    List<String> lines() throws IOException {
        List<Problem> problems = new ArrayList<>();
        Marginals marginals = Marginals.read("marginals.csv", Files.readString(SHARES), problems);
        assertThat(problems).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SyntheticCohort(Objects.requireNonNull(marginals), students, 7, LocalDate.of(2026, 3, 2))
                .write(out, done -> {});
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<CaseItem> items() throws IOException, DocumentException {
        List<CaseItem> items = new ArrayList<>();
        TreeSet<String> decisions = new TreeSet<>();
        for (String line : lines()) {
            CohortLine read = CohortLine.read(line.getBytes(StandardCharsets.UTF_8), decisions);
            if (read != null) {
                items.add(new CaseItem(items.size() + 1L, "student", read.caseJson(), decisions, read));
            }
        }
        return items;
    }
}
