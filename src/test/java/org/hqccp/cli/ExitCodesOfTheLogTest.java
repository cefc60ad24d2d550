package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.decisionlog.Content;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Draft;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts see when a replay differs, and when the log can no longer be written. */
class ExitCodesOfTheLogTest {
    private static final String CASE =
            "{\"caseId\":\"canary-71\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"concert\"}]}";

    @TempDir
    Path folder;

    @Test
    void aRecordedDecisionThatTheRulesDoNotGiveEndsAReplayWithFive() throws Exception {
        Path data = folder.resolve("data");
        PolicyLog recorded = PolicyLog.decide(data, SmallPolicy.RULES, 40);
        String other = recordAnother(data, recorded.id(0));

        CommandLineRun all = CommandLineRun.of("replay", "--data", data.toString());
        CommandLineRun one = CommandLineRun.of("replay", recorded.id(0), "--data", data.toString());

        assertThat(all.code()).as(all.out() + all.err()).isEqualTo(5);
        assertThat(all.out())
                .contains("decision " + other, " differs\n", "1 decision the same, 1 different, 0 not replayable.")
                .doesNotContain("decision " + recorded.id(0));
        assertThat(one.code()).as(one.out() + one.err()).isZero();
    }

    /** The same case again, with an outcome it does not have. */
    private static String recordAnother(Path data, String id) throws Exception {
        try (DecisionLog log = PolicyLog.open(data)) {
            Entry entry = log.entry(id);
            String decision = new String(entry.record().decisionJson(), StandardCharsets.UTF_8);
            assertThat(decision).contains("\"ALLOWED\"");
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

    @Test
    void aServiceWhoseLogCannotBeWrittenSaysWhyAndEndsWithSeventyFour() throws Exception {
        Path data = folder.resolve("data");
        Path said = folder.resolve("stderr");
        try (ServedProcess service = ServedProcess.start(data, ProcessBuilder.Redirect.to(said.toFile()))) {
            String url = address(service.greeting());
            block(data.resolve("checkpoint.new"));
            post(url + "/v1/decisions/event-permit");

            assertThat(service.exitCode()).isEqualTo(74);
        }
        assertThat(Files.readString(said))
                .contains("could not be written. Nothing more is acknowledged; the service stops.")
                .containsPattern("incident urn:uuid:[0-9a-f-]{36} the decision log stopped")
                .contains("may or may not be recorded: java.nio.file.FileSystemException at ")
                .doesNotContain("canary");
    }

    private static String address(String greeting) {
        Matcher ready =
                Pattern.compile("is ready: (http://127\\.0\\.0\\.1:\\d+)\\s").matcher(greeting);
        assertThat(ready.find()).as(greeting).isTrue();
        return ready.group(1);
    }

    /** A folder stands where the next checkpoint is written, so that it cannot be. */
    private static void block(Path place) throws IOException {
        while (!Files.isDirectory(place)) {
            try {
                Files.createDirectory(place);
            } catch (FileAlreadyExistsException e) {
                // A checkpoint is being written this very moment.
                Thread.onSpinWait();
            }
        }
    }

    private static void post(String url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CASE))
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isIn(200, 503);
        } catch (IOException e) {
            // The checkpoint of the start came due first, and the service is gone: its exit code is looked at next.
            return;
        }
    }
}
