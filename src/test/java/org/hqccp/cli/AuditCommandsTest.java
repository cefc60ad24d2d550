package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands by which people read the log, and that the reading is recorded. */
class AuditCommandsTest {
    private static final String ME = "command line: " + System.getProperty("user.name");

    @TempDir
    Path folder;

    private Path data;
    private Path rules;
    private PolicyLog recorded;

    @BeforeEach
    void record() throws Exception {
        data = folder.resolve("data");
        rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        recorded = PolicyLog.decide(data, rules, 40, 10);
    }

    private CommandLineRun run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private CommandLineRun reading(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--purpose", "yearly audit"));
        return run(all.toArray(String[]::new));
    }

    private Entry last() throws Exception {
        try (DecisionLog log = PolicyLog.open(data)) {
            return log.entry(log.size() - 1);
        }
    }

    private CommandLineRun override(String id, String outcome) {
        return run(
                "log",
                "override",
                id,
                "--outcome",
                outcome,
                "--reason",
                "PAPER_SEEN",
                "--text",
                "The list of guests was on the desk.",
                "--rules",
                rules.toString());
    }

    @Test
    void aDecisionIsExplainedOnAPageThatCanBeFiled() throws Exception {
        String id = recorded.id(1);

        CommandLineRun run = reading("explain", id);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Decision " + id + "\nRecorded 2026-01-01T00:00:00.000Z, asked by portal, rules ")
                .contains("the answer to event-permit for case c is NOT_ALLOWED")
                .contains(
                        "Criteria\n",
                        "EV-",
                        "not met",
                        "seats",
                        "10; required",
                        "sources: HOUSE",
                        "Sources\n",
                        "HOUSE [SOURCED] the house rules")
                .contains("Rule text at this version\n", "event-permit/", "rule \"EV-")
                .contains("What would have changed it\n", "The outcome would be ALLOWED")
                .contains("the decision is the same, to the byte", "signed checkpoint:", "hqccp-decision-log/");
        Entry access = last();
        assertThat(access.leaf().kind()).isEqualTo(EntryKind.ACCESS);
        assertThat(access.leaf().caller()).isEqualTo(ME);
        assertThat(access.leaf().about()).isEqualTo(id);
        assertThat(access.record().head().get("purpose")).isEqualTo("yearly audit");
    }

    /** A plan speaks of one student, who has no id in the case. */
    @Test
    void theOneStudentOfAPlanIsNamedInWords() throws Exception {
        Path plans = folder.resolve("plans");
        String id = PolicyLog.decideExample(plans, Path.of("rules"), "student-plan");

        CommandLineRun run = CommandLineRun.of("explain", id, "--purpose", "yearly audit", "--data", plans.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("• student: ", " for student, ").doesNotContain("• 1: ", " for 1, ");
    }

    @Test
    void theSamePageForMachinesHoldsTheEntryTheRulesAndTheProof() {
        CommandLineRun run = reading("explain", recorded.id(0), "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("\"entry\":{", "\"rules\":{\"EV-", "\"verdict\":\"SAME\"", "\"proof\":{\"checkpoint\":");
    }

    @Test
    void whoDoesNotSayWhyReadsNothing() throws Exception {
        long before = last().leaf().index();

        assertThat(run("explain", recorded.id(0)).err()).contains("--purpose");
        assertThat(run("log", "search", "--purpose", " ").err()).contains("says why");
        assertThat(run("log", "export", "--format", "csv", "--out", "x").code()).isEqualTo(1);
        assertThat(last().leaf().index()).isEqualTo(before);
    }

    @Test
    void aFolderWithoutALogIsToldAndNoneIsMade() {
        data = folder.resolve("nothing");

        assertThat(reading("log", "search").err()).contains("There is no decision log in");
        assertThat(data).doesNotExist();
    }

    @Test
    void aSearchFindsByOutcomeRuleDayAndId() {
        assertThat(reading("log", "search", "--outcome", "NOT_ALLOWED").out())
                .contains(
                        recorded.id(1),
                        "event-permit, NOT_ALLOWED, case c, as of 2026-03-02, by portal, rules ",
                        "1 entry.")
                .doesNotContain(recorded.id(0));
        assertThat(reading("log", "search", "--from", "2026-01-01", "--to", "2026-01-01")
                        .out())
                .contains("2 entries.");
        assertThat(reading("log", "search", "--to", "2025-12-31").out()).isEqualTo("0 entries.\n");
        assertThat(reading("log", "search", "--id", recorded.id(0), "--json").out())
                .contains("\"id\":\"" + recorded.id(0) + "\"");
        assertThat(reading("log", "search", "--kind", "access").out())
                .contains("  access      ", "search, by " + ME + ", purpose \"yearly audit\"");
        CommandLineRun day = reading("log", "search", "--from", "soon");
        assertThat(day.code()).isEqualTo(1);
        assertThat(day.err())
                .startsWith("hqccp: Invalid value for option '--from': 'soon' is no day; write it like 2026-11-24\n");
        assertThat(reading("log", "search", "--kind", "reading").err())
                .contains(
                        "'reading' is no kind of entry; there are start, ruleset, decision, correction, override, access");
    }

    @Test
    void anOverrideIsSeenInTheEntryTheSearchAndTheExport() throws Exception {
        String id = recorded.id(1);

        assertThat(override(id, "ALLOWED").code()).isZero();

        assertThat(reading("explain", id).out())
                .contains(ME + " set ALLOWED instead. Reason PAPER_SEEN", "The list of guests was on the desk.");
        assertThat(reading("log", "search", "--kind", "override").out())
                .contains("about " + id + ", reason PAPER_SEEN, \"The list of guests was on the desk.\"");
        Path out = folder.resolve("export");
        assertThat(reading("log", "export", "--format", "csv", "--out", out.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("entries.csv")))
                .contains("\"PAPER_SEEN\",\"The list of guests was on the desk.\"");
        assertThat(override(id, "PERHAPS").err()).contains("/outcome", "ALLOWED", "was not recorded");
        assertThat(override("0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60", "ALLOWED").err())
                .contains("there is no decision");
    }

    @Test
    void anExportOfEitherFormVerifiesAndAnyChangeInItIsFound() throws Exception {
        for (String format : List.of("ndjson", "csv")) {
            Path out = folder.resolve(format);
            CommandLineRun export = reading("log", "export", "--format", format, "--out", out.toString());
            assertThat(export.code()).as(export.err()).isZero();
            String[] verify = {"verify-log", "--export", out.toString(), "--key", recorded.key()};

            assertThat(CommandLineRun.of(verify).out()).contains(" entries verify; root ");
            String manifest = last().record().head().get("manifest").toString();
            assertThat(export.out()).contains("manifest SHA-256 " + manifest);

            Path file = out.resolve(format.equals("csv") ? "entries.csv" : "log.ndjson");
            String whole = Files.readString(file);
            Files.writeString(file, whole.replaceFirst("portal", "porter"));
            assertThat(CommandLineRun.of(verify).code()).as(format).isEqualTo(4);
            Files.writeString(file, whole.substring(0, whole.lastIndexOf('\n', whole.length() - 2) + 1));
            assertThat(CommandLineRun.of(verify).out()).as(format).contains("do not lead to the signed checkpoint");
            Files.delete(file);
            assertThat(CommandLineRun.of(verify).out()).contains("it is missing");
            assertThat(reading("log", "export", "--format", format, "--out", out.toString())
                            .err())
                    .contains("is there already");
        }
    }

    @Test
    void aReceiptIsCheckedOfflineWithAProofWithAnExportAndWithTheKeys() throws Exception {
        Path answer = Files.writeString(
                folder.resolve("answer.json"), recorded.answers().get(0));
        Path forged = Files.writeString(
                folder.resolve("forged.json"), recorded.answers().get(0).replace("\"ALLOWED\"", "\"NOT_ALLOWED\""));
        Path other = Files.writeString(
                folder.resolve("other.json"),
                recorded.answers().get(0).replaceFirst("\"decisionId\":\"........", "\"decisionId\":\"00000000"));
        Path proof = folder.resolve("proof.json");
        try (DecisionLog log = PolicyLog.open(data)) {
            Files.write(
                    proof,
                    log.archive()
                            .proof(log.entry(recorded.id(0)).leaf().index())
                            .bytes());
        }
        Path out = folder.resolve("export");
        reading("log", "export", "--format", "ndjson", "--out", out.toString());
        String[][] ways = {
            {"--proof", proof.toString(), "--key", recorded.key()},
            {"--export", out.resolve("log.ndjson").toString(), "--key", recorded.key()},
            {"--data", data.toString()}
        };
        for (String[] way : ways) {
            assertThat(receipt(answer, way).code()).as(way[0]).isZero();
            assertThat(receipt(other, way).code()).as(way[0]).isEqualTo(4);
        }
        assertThat(receipt(forged, ways[2]).out()).contains("it holds another decision than the answer");
        assertThat(receipt(answer, "--proof", proof.toString()).err()).contains("--key");
        assertThat(receipt(answer, "--export", out.toString(), "--key", recorded.key())
                        .code())
                .isZero();
        Path table = folder.resolve("table");
        reading("log", "export", "--format", "csv", "--out", table.toString());
        for (Path csv : List.of(table, table.resolve("entries.csv"))) {
            assertThat(receipt(answer, "--export", csv.toString(), "--key", recorded.key())
                            .err())
                    .contains("name an export of the form ndjson");
        }
        assertThat(CommandLineRun.of(
                                "verify-log",
                                "--export",
                                table.resolve("entries.csv").toString())
                        .err())
                .contains("name its folder");
        Files.write(answer, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(receipt(answer, ways[0]).err()).contains("the answer cannot be read");
    }

    private static CommandLineRun receipt(Path answer, String... way) {
        List<String> args = new ArrayList<>(List.of("log", "verify-receipt", answer.toString()));
        args.addAll(List.of(way));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    @Test
    void whatAnotherRuleSetWouldChangeIsCountedByOutcomeAndRule() throws Exception {
        Path other = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("other"));
        CommandLineRun unchanged = reading("redecide", "--under", other.toString());
        Path parameters = other.resolve("parameters.csv");
        Files.writeString(parameters, Files.readString(parameters).replace("event.seats,20,", "event.seats,999,"));

        CommandLineRun changed = reading("redecide", "--under", other.toString());

        assertThat(unchanged.code()).as(unchanged.err()).isZero();
        assertThat(unchanged.out()).isEqualTo("2 decisions the same, 0 different, 0 not replayable.\n");
        assertThat(changed.code()).isEqualTo(5);
        assertThat(changed.out())
                .contains("1 decision the same, 1 different", "By outcome\n", "ALLOWED, now NOT_ALLOWED")
                .contains("By rule\n", "rule EV-", "MET, now NOT_MET", "Decisions\n  " + recorded.id(0));
        assertThat(reading("redecide", "--under", "nowhere").err())
                .contains("there is no rule folder nowhere", "--under");
        assertThat(reading("redecide", "--under", other.toString(), "--json").out())
                .contains("\"different\":1", "\"byRule\":{");
        assertThat(last().record().head().get("parts")).isEqualTo("redecide");
    }
}
