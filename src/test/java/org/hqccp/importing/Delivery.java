package org.hqccp.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.Crosswalk;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.jspecify.annotations.Nullable;

/** A small delivery of a district, and what came of it under the policy's own crosswalk. */
final class Delivery {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Crosswalk CROSSWALK = crosswalk("", "");

    private final Path folder;
    private final String format;
    private ImportOptions options;
    private Crosswalk crosswalk = CROSSWALK;

    Delivery(Path folder, String format) {
        this.folder = folder;
        this.format = format;
        this.options = ImportOptions.usual(format, DAY);
    }

    /** The policy's own crosswalk, with more rows and codes at its end. */
    private static Crosswalk crosswalk(String rows, String codes) {
        try {
            List<Problem> problems = new ArrayList<>();
            SortedMap<String, String> files = RuleFolder.read(Path.of("rules"), problems);
            files.merge("crosswalk.csv", rows, String::concat);
            files.merge("crosswalk-codes.csv", codes, String::concat);
            RuleSet ruleSet = RuleSetReader.read(files, problems);
            if (ruleSet == null) {
                throw new AssertionError(problems.toString());
            }
            return Crosswalk.of(ruleSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds rows of the district to the lists of codes. */
    Delivery codes(String rows) {
        crosswalk = crosswalk("", rows);
        return this;
    }

    /** Adds rows of the district to the crosswalk. */
    Delivery rows(String rows) {
        crosswalk = crosswalk(rows, "");
        return this;
    }

    Delivery file(String name, String... lines) throws IOException {
        return file(name, StandardCharsets.UTF_8, lines);
    }

    Delivery file(String name, Charset charset, String... lines) throws IOException {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(charset));
    }

    Delivery bytes(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return this;
    }

    Delivery complete(String... records) {
        options = new ImportOptions(
                format, DAY, Set.of(records), options.delimiter(), options.encoding(), options.constantFrom());
        return this;
    }

    Delivery encoding(Charset charset) {
        options = new ImportOptions(
                format, DAY, options.complete(), options.delimiter(), charset, options.constantFrom());
        return this;
    }

    Delivery delimiter(char delimiter) {
        options = new ImportOptions(
                format, DAY, options.complete(), delimiter, options.encoding(), options.constantFrom());
        return this;
    }

    Delivery asOf(LocalDate day) {
        options = new ImportOptions(
                format, day, options.complete(), options.delimiter(), options.encoding(), options.constantFrom());
        return this;
    }

    Read read() throws IOException {
        return read(folder);
    }

    Read read(Path from) throws IOException {
        List<Noted> noted = new ArrayList<>();
        ImportReport report = new ImportReport(noted::add);
        DistrictImport read = DistrictImport.read(
                from,
                crosswalk,
                options,
                new References("a key of the tests".getBytes(StandardCharsets.UTF_8)),
                report,
                s -> {});
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < read.students(); i++) {
            cases.add(new String(read.caseJson(i), StandardCharsets.UTF_8)
                    .replaceAll("\"caseId\":\"[^\"]*\",\"asOf\":\"[^\"]*\",", "")
                    .replaceAll("\"studentRef\":\"[^\"]*\",?", ""));
        }
        return new Read(cases, noted, report);
    }

    /**
     * What came of it.
     *
     * @param cases the cases, without the references of the students
     */
    record Read(List<String> cases, List<Noted> noted, ImportReport report) {
        /** The facts of the only student. */
        String only() {
            if (cases.size() != 1) {
                throw new AssertionError(cases + " " + noted);
            }
            return cases.get(0);
        }

        /** Lines of the report of one kind, as file:row:column element. */
        List<String> of(Kind kind) {
            return noted.stream()
                    .filter(n -> n.kind() == kind)
                    .map(n -> n.file() + ":" + n.row() + ":" + n.column() + " " + n.element())
                    .toList();
        }

        /** What the first line of a kind says. */
        @Nullable
        String says(Kind kind) {
            return noted.stream()
                    .filter(n -> n.kind() == kind)
                    .map(Noted::message)
                    .findFirst()
                    .orElse(null);
        }
    }
}
