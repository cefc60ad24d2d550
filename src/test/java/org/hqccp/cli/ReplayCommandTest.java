package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.decisionlog.Content;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Draft;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay tells, and to whom. */
class ReplayCommandTest {
    @TempDir
    Path folder;

    private Path data;
    private Path rules;

    @BeforeEach
    void copy() throws Exception {
        data = folder.resolve("data");
        rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
    }

    private CommandLineRun replay(String... args) {
        List<String> all = new ArrayList<>(List.of("replay", "--data", data.toString()));
        all.addAll(List.of(args));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    @Test
    void whatDiffersIsToldToWhoSaysWhyAndThatIsRecorded() throws Exception {
        String other = recordAnother(PolicyLog.decide(data, rules, 40).id(0));
        long size = size();

        CommandLineRun plain = replay();
        assertThat(plain.code()).as(plain.err()).isEqualTo(5);
        assertThat(plain.out())
                .isEqualTo("decision " + other + " (entry 3) differs\n"
                        + "1 decision the same, 1 different, 0 not replayable.\n"
                        + "What differs shows outcomes: --purpose TEXT tells it, and records that you read it.\n");
        assertThat(size()).isEqualTo(size);

        CommandLineRun told = replay("--purpose", "yearly audit");
        assertThat(told.code()).isEqualTo(5);
        assertThat(told.out())
                .contains(
                        "(entry 3) differs\n  outcome for concert: NOT_ALLOWED, now ALLOWED\n",
                        "\n  outcome of event-permit: NOT_ALLOWED, now ALLOWED\n")
                .doesNotContain("--purpose");
        try (DecisionLog log = PolicyLog.open(data)) {
            Entry access = log.entry(log.size() - 1);
            assertThat(access.leaf().kind()).isEqualTo(EntryKind.ACCESS);
            assertThat(access.record().head().get("parts")).isEqualTo("replay");
            assertThat(access.record().head().get("purpose")).isEqualTo("yearly audit");
            assertThat(access.record().head().get("seen")).isEqualTo(List.of(other));
        }
        assertThat(replay("--purpose", " ").err()).contains("says why");
    }

    @Test
    void besideAServiceItTellsIdsAndSendsWhoWantsMoreToIt() throws Exception {
        PolicyLog.decide(data, rules, 40);
        try (DecisionLog log = PolicyLog.open(data)) {
            long size = log.size();
            assertThat(replay().code()).isZero();
            assertThat(replay("--purpose", "audit").err())
                    .contains("Leave out --purpose to be told ids only", "GET /v1/log/ID/explanation");
            assertThat(log.size()).isEqualTo(size);
        }
    }

    @Test
    void aDecisionThatReadAFactThatIsNeverKeptNamesIt() throws Exception {
        Path facts = rules.resolve("facts/event.yaml");
        Files.writeString(
                facts,
                Files.readString(facts)
                        .replace("label: grown-up in the room,", "label: grown-up in the room, never-store: true,"));
        String id = PolicyLog.decide(data, rules, 40).id(0);

        CommandLineRun run = replay();

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "decision " + id + " (entry 2) not replayable: it held supervised, which the log never keeps\n"
                                + "0 decisions the same, 0 different, 1 not replayable.\n");
    }

    private long size() throws Exception {
        try (DecisionLog log = PolicyLog.open(data)) {
            return log.size();
        }
    }

    /** The same case again, with an outcome it does not have. */
    private String recordAnother(String id) throws Exception {
        try (DecisionLog log = PolicyLog.open(data)) {
            Entry entry = log.entry(id);
            String decision = new String(entry.record().decisionJson(), StandardCharsets.UTF_8);
            Draft draft = new Draft(
                    log.newId(),
                    EntryKind.DECISION,
                    "portal",
                    entry.leaf().decision(),
                    entry.leaf().ruleSet(),
                    null,
                    null,
                    Content.of(new LogRecord(
                            entry.record().head(),
                            entry.record().caseJson(),
                            decision.replace("\"ALLOWED\"", "\"NOT_ALLOWED\"").getBytes(StandardCharsets.UTF_8))),
                    null);
            log.record(draft).join();
            return draft.id();
        }
    }
}
