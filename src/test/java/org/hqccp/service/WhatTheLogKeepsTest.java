package org.hqccp.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.DiskSpace;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.sqlite.SqliteStore;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.json.CaseRefused;
import org.hqccp.testcase.SmallPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a decision log may keep (handbook H.5), row by row, against the real dictionary and the bytes of a real data folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatTheLogKeepsTest {
    private static final String TABLE = "/decision-log/what-the-log-keeps.csv";
    private static final String SECRET = "canary-that-must-not-be-kept";
    private static final String CALLER = "portal-of-the-canary";
    private static final String WISH = "\"prefersNonEmploymentOption\":";

    @TempDir
    private static Path folder;

    private final TreeMap<String, String> witnesses = new TreeMap<>();
    private LiveRules rules;
    private DecisionLog log;
    private RecordedDecisions decisions;
    private String example;
    private String id;

    @BeforeAll
    void record() throws Exception {
        rules = LiveRules.load(Path.of("rules"), SmallPolicy.CLOCK);
        log = DecisionLog.open(new Settings(
                folder,
                Settings.usualKeyFile(folder),
                SqliteStore::open,
                "engine-of-the-canary",
                SmallPolicy.CLOCK,
                DiskSpace.of(folder),
                ForkJoinPool.commonPool(),
                () -> {}));
        decisions = new RecordedDecisions(new DecisionService(rules, SmallPolicy.CLOCK)::decide, log, Runnable::run);
        example = rules.current()
                .ruleSet()
                .examples()
                .get("student-supports")
                .replaceAll("\"caseId\": ?\"[^\"]*\"", "\"caseId\":\"case-of-the-canary\"")
                .replaceAll("\"studentRef\": ?\"[^\"]*\"", "\"studentRef\":\"student-of-the-canary\"")
                .replaceAll(WISH + " ?false", WISH + "true");
        assertThat(example).contains(WISH + "true", "case-of-the-canary", "student-of-the-canary");
        String answer = decide(example, "key-of-the-canary");
        id = first("\"decisionId\":\"([^\"]+)\"", answer);
        LogDesk.Reader reader = new LogDesk.Reader("auditor", "purpose of the canary");
        new LogDesk(log).entry(reader, id);
        new Overrides(log, rules)
                .record(
                        new Overrides.Request(
                                "person", id, "NOTHING_TO_FLAG", null, "PAPER_SEEN", "text of the canary"),
                        null,
                        new byte[0])
                .join();
        for (String name : List.of("decisionId", "decidedAt", "ruleSetVersion", "outcome")) {
            witnesses.put(name, first("\"" + name + "\":\"([^\"]+)\"", answer));
        }
        witnesses.put("decision", "student-supports");
        witnesses.put("engine", "engine-of-the-canary");
        witnesses.put("caller", CALLER);
        witnesses.put("caseId", "case-of-the-canary");
        witnesses.put("rules", "B-18");
        witnesses.put("words", first("\"statement\":\"([^\"]+)\"", answer));
        witnesses.put("idempotencyKey", "key-of-the-canary");
        witnesses.put("purpose", "purpose of the canary");
        witnesses.put("overrideOutcome", "NOTHING_TO_FLAG");
        witnesses.put("overrideReason", "PAPER_SEEN");
        witnesses.put("overrideText", "text of the canary");
        witnesses.put("student.studentRef", "student-of-the-canary");
    }

    @AfterAll
    void close() throws Exception {
        log.close();
    }

    private String decide(String body, @Nullable String key) throws Exception {
        byte[] sent = body.getBytes(StandardCharsets.UTF_8);
        byte[] answer = decisions
                .decide(new Asked(CALLER, "student-supports", sent, true, null, key))
                .join()
                .bytes();
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
    void isKeptAsTheHandbookSays(String what, String kept, String place, @Nullable String factClass) throws Exception {
        if (factClass != null) {
            assertThat(classOf(place)).as(what).isEqualTo(factClass);
        }
        String witness = witnesses.getOrDefault(place, "\"" + place.replaceFirst(".*\\.", "") + "\":");
        switch (kept) {
            case "clear" -> assertThat(bytes()).as(what).contains(witness);
            case "sealed" -> {
                assertThat(opened()).as(what).contains(witness);
                assertThat(bytes()).as(what).doesNotContain(witness);
            }
            case "never" -> assertNeverKept(what, place, "never-store".equals(factClass));
            default -> throw new AssertionError("the table does not know: " + kept);
        }
    }

    private void assertNeverKept(String what, String place, boolean mayBeRead) throws Exception {
        String name = place.replaceFirst(".*\\.", "");
        if (mayBeRead) {
            Entry entry = log.entry(id);
            String answered = new String(entry.record().decisionJson(), StandardCharsets.UTF_8);
            assertThat(new String(entry.record().caseJson(), StandardCharsets.UTF_8))
                    .as(what)
                    .doesNotContain(name);
            assertThat(answered).as("what follows from it is kept").contains("\"ruleId\":\"B-18\"");
            Matcher condition = Pattern.compile("\\{[^{}]*\"fact\":\"" + place + "\"[^{}]*}")
                    .matcher(answered);
            assertThat(condition.find()).isTrue();
            assertThat(condition.group()).doesNotContain("\"actual\"");
            Replay.Result again = new Replay(log.archive(), SmallPolicy.CLOCK).replay(entry);
            assertThat(again.verdict()).isEqualTo(Replay.Verdict.NOT_REPLAYABLE);
            assertThat(again.differences()).containsExactly("it held " + name + ", which the log never keeps");
            return;
        }
        long before = log.size();
        String body = example.replaceFirst("\"student\": ?\\{", "\"student\":{\"" + name + "\":\"" + SECRET + "\",");
        assertThat(body).contains(SECRET);
        assertThatExceptionOfType(CaseRefused.class)
                .as(what)
                .isThrownBy(() -> decide(body, null))
                .satisfies(refused -> assertThat(refused.problems().toString())
                        .contains("pointer=/student")
                        .doesNotContain(SECRET));
        assertThat(log.size()).isEqualTo(before);
        assertThat(opened() + bytes()).as(what).doesNotContain(SECRET);
    }

    /** The class of a fact of the dictionary; {@code none} where there is no such fact. */
    private String classOf(String place) {
        for (EntityType type : rules.current().ruleSet().dictionary().types()) {
            for (Fact fact : type.facts()) {
                if (fact.path().equals(place)) {
                    return fact.neverStore() ? "never-store" : fact.factClass().name();
                }
            }
        }
        String[] names = place.split("\\.", 2);
        return rules.current().ruleSet().dictionary().isRed(names[0], names[1]) ? "RED" : "none";
    }

    /** Every byte in the data folder but the keys. */
    private String bytes() throws Exception {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().equals("keys"))
                    .toList()) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toString();
    }

    /** Everything that was sealed, opened with the keys. */
    private String opened() throws Exception {
        StringBuilder opened = new StringBuilder();
        for (Entry entry : log.archive().entries(0, 100)) {
            opened.append(entry.record().head());
            opened.append(new String(entry.record().caseJson(), StandardCharsets.UTF_8));
            opened.append(new String(entry.record().decisionJson(), StandardCharsets.UTF_8));
        }
        return opened.toString();
    }
}
