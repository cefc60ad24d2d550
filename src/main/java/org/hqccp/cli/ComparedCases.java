package org.hqccp.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hqccp.cohort.CohortLine;
import org.hqccp.comparison.CaseItem;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.json.CaseReader;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Lines;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LogDesk;
import org.hqccp.testcase.CaseFile;
import org.hqccp.testcase.CaseFolder;
import org.hqccp.testcase.TestCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cases a change is tried on. Each is handed on as it is read; none is kept. */
final class ComparedCases {
    /** Room for the groups beside the largest case. */
    private static final int LONGEST_LINE = CaseReader.LARGEST + 16_384;

    private static final int PAGE = 100;
    private static final int MOST_GROUPS = 60;

    @Option(names = "--cases", paramLabel = "FILE", description = "Cases, one JSON object on each line.")
    private @Nullable Path cases;

    @Option(names = "--test-cases", description = "The test cases.")
    private boolean testCases;

    @Option(names = "--cohort", paramLabel = "FILE", description = "A cohort: cases with groups beside them.")
    private @Nullable Path cohort;

    @Option(
            names = "--log",
            paramLabel = "DIR",
            description = "The cases recorded in a decision log, by its data folder.")
    private @Nullable Path log;

    @Option(names = "--purpose", paramLabel = "TEXT", description = "Why the log is read. It is recorded in the log.")
    private String purpose = "";

    /** Is told how far the reading is: from 0 to 1. */
    interface Watcher {
        void at(double share, long done);
    }

    boolean any() {
        return cases != null || testCases || cohort != null || log != null;
    }

    boolean hasCohort() {
        return cohort != null;
    }

    /** Where the cases come from, in words. */
    String words() {
        List<String> from = new ArrayList<>();
        if (cases != null) {
            from.add("the file " + cases.getFileName());
        }
        if (testCases) {
            from.add("the test cases");
        }
        if (cohort != null) {
            from.add("the cohort " + cohort.getFileName());
        }
        if (log != null) {
            from.add("the decisions recorded in " + log.getFileName());
        }
        return String.join(", ", from);
    }

    /** Hands every case to a run. */
    long each(Folders folders, Clock clock, Screen screen, RuleSet after, Consumer<CaseItem> to, Watcher watcher)
            throws IOException, Refusal, FolderRefused, StoreException, DamagedEntry, LogRefused {
        Numbering numbering = new Numbering(to);
        if (testCases) {
            testCases(folders, after, numbering);
        }
        if (cases != null) {
            lines(cases, false, numbering, watcher);
        }
        if (cohort != null) {
            lines(cohort, true, numbering, watcher);
        }
        if (log != null) {
            logged(log, folders, clock, screen, after, numbering, watcher);
        }
        return numbering.count;
    }

    private static final class Numbering {
        private final Consumer<CaseItem> to;
        private long count;

        Numbering(Consumer<CaseItem> to) {
            this.to = to;
        }

        void add(@Nullable String name, byte[] json, Set<String> decisions, @Nullable CohortLine line) {
            to.accept(new CaseItem(++count, name, json, decisions, line));
        }
    }

    private static void testCases(Folders folders, RuleSet after, Numbering to) throws IOException {
        CaseFolder folder = CaseFolder.read(folders.testCases(null), after, file -> true);
        for (CaseFile file : folder.files()) {
            Set<String> decisions = own(after, file.decision());
            for (TestCase each : file.cases()) {
                // A case that asks for other parameter values is about neither of the two rule sets.
                if (each.ruleSet() == after) {
                    to.add(file.file() + ", " + each.name(), each.caseJson(), decisions, null);
                }
            }
        }
    }

    /** A decision, or those it is made of. */
    private static Set<String> own(RuleSet ruleSet, @Nullable String name) {
        DecisionModel decision = name == null ? null : ruleSet.decisions().get(name);
        return name == null
                ? Set.of()
                : decision == null || decision.includes().isEmpty() ? Set.of(name) : Set.copyOf(decision.includes());
    }

    private static void lines(Path file, boolean isCohort, Numbering to, Watcher watcher) throws IOException, Refusal {
        long size = Math.max(1, Files.size(file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Lines lines = new Lines(in, LONGEST_LINE);
            Set<String> decisions = new TreeSet<>();
            Map<String, Set<String>> values = new TreeMap<>();
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String where = "line " + lines.number();
                if (lines.tooLong()) {
                    throw new Refusal(file + ", " + where + " is longer than " + LONGEST_LINE + " bytes.");
                } else if (line.length == 0) {
                    continue;
                } else if (isCohort) {
                    CohortLine read = cohortLine(file, line, where, decisions);
                    if (read != null) {
                        groups(file, read, values);
                        to.add(
                                (read.synthetic() ? "made-up student, " : "student, ") + where,
                                read.caseJson(),
                                decisions,
                                read);
                    }
                } else {
                    to.add(where, line, Set.of(), null);
                }
                watcher.at((double) lines.bytes() / size, to.count);
            }
        }
    }

    private static @Nullable CohortLine cohortLine(Path file, byte[] line, String where, Set<String> decisions)
            throws Refusal {
        try {
            return CohortLine.read(line, decisions);
        } catch (DocumentException e) {
            throw new Refusal(file + ", " + where + ": " + e.message() + ".");
        }
    }

    /** A column of groups that names nearly everyone is none: it would tell of people, and take memory for each. */
    private static void groups(Path file, CohortLine line, Map<String, Set<String>> values) throws Refusal {
        for (Map.Entry<String, String> group : line.groups().entrySet()) {
            Set<String> known = values.computeIfAbsent(group.getKey(), column -> new TreeSet<>());
            known.add(group.getValue());
            if (known.size() > MOST_GROUPS || values.size() > MOST_GROUPS) {
                throw new Refusal(file + " has more than " + MOST_GROUPS
                        + " group columns, or groups in one: a group is made of many people.");
            }
        }
    }

    private void logged(
            Path data, Folders folders, Clock clock, Screen screen, RuleSet after, Numbering to, Watcher watcher)
            throws IOException, Refusal, FolderRefused, StoreException, DamagedEntry, LogRefused {
        LogDesk.Reader reader = OpenedLog.reader(purpose);
        try (DecisionLog opened = OpenedLog.open(folders, data, clock, screen, OpenedLog.NO_ROUTE)) {
            new LogDesk(opened).recordAccess(reader, "compare", null, Map.of());
            long size = opened.size();
            for (long from = 0; from < size; from += PAGE) {
                for (Entry entry : opened.archive().entries(from, (int) Math.min(PAGE, size - from))) {
                    if (entry.leaf().kind().holdsDecision()) {
                        // Without a name: a recorded case is a student's, and no example of a report.
                        to.add(
                                null,
                                entry.record().caseJson(),
                                own(after, entry.leaf().decision()),
                                null);
                    }
                }
                watcher.at((double) from / size, to.count);
            }
        }
    }
}
