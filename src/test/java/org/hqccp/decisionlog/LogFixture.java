package org.hqccp.decisionlog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.RuleSetFiles;
import org.hqccp.decisionlog.sqlite.SqliteStore;

/** A log in a folder, and small entries for it. */
final class LogFixture {
    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    static final SortedMap<String, String> RULES = new TreeMap<>(Map.of("a.drl", "rule \"A-01\"", "b.csv", "x"));
    static final String RULE_SET = RuleSetFiles.version(RULES);

    private LogFixture() {}

    static Settings settings(Path folder) {
        return settings(folder, Clock.fixed(START, ZoneOffset.UTC));
    }

    static Settings settings(Path folder, Clock clock) {
        return new Settings(
                folder,
                Settings.usualKeyFile(folder),
                SqliteStore::open,
                "engine-1",
                clock,
                DiskSpace.of(folder),
                Runnable::run,
                () -> {});
    }

    static DecisionLog open(Path folder) throws Exception {
        return DecisionLog.open(settings(folder));
    }

    /** A log with rules, ready for decisions. */
    static DecisionLog ready(Path folder) throws Exception {
        DecisionLog log = open(folder);
        get(log.live(RULES));
        return log;
    }

    /** A folder with a closed log of so many decisions, the last of them a correction. */
    static void filled(Path folder, int decisions) throws Exception {
        try (DecisionLog log = ready(folder)) {
            String last = "";
            for (int i = 0; i < decisions; i++) {
                Draft draft = i > 0 && i == decisions - 1 ? correction(log, i, last) : decision(log, i, claim(log, i));
                last = draft.id();
                get(log.record(draft));
            }
        }
    }

    static Claim claim(DecisionLog log, int number) throws StoreException {
        return number % 2 == 0
                ? null
                : log.claims()
                        .claim("portal", "key-" + number, "d", body(number))
                        .claim();
    }

    static Draft decision(DecisionLog log, int number) {
        return decision(log, number, null);
    }

    static Draft decision(DecisionLog log, int number, Claim claim) {
        return new Draft(
                log.newId(),
                EntryKind.DECISION,
                "portal",
                "pathway-eligibility",
                RULE_SET,
                null,
                null,
                Content.of(record(number)),
                claim);
    }

    static Draft correction(DecisionLog log, int number, String supersedes) {
        return new Draft(
                log.newId(),
                EntryKind.CORRECTION,
                "portal",
                "pathway-eligibility",
                RULE_SET,
                null,
                supersedes,
                Content.of(record(number)),
                null);
    }

    private static LogRecord record(int number) {
        return new LogRecord(
                Map.of("outcome", number % 3 == 0 ? "NOT_YET" : "ELIGIBLE", "rules", List.of("A-01")),
                body(number),
                ("{\"outcome\":" + number + "}").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] body(int number) {
        return ("{\"caseId\":\"case " + number + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        try {
            return future.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogRefused refused) {
                throw refused;
            }
            throw e;
        }
    }

    static DiskSpace disk(LongSupplier free, long whole) {
        return new DiskSpace() {
            @Override
            public long free() {
                return free.getAsLong();
            }

            @Override
            public long whole() {
                return whole;
            }
        };
    }

    /** A clock that is set by hand. */
    static final class HandClock extends Clock {
        private volatile Instant now = START;

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
