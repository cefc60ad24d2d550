package org.hqccp.decisionlog;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.hqccp.decisionlog.format.ClaimRow;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.Frontier;
import org.hqccp.decisionlog.format.IdempotencyKey;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.RuleSetFiles;

/** Writes logs of entries chosen by chance, with the writer of the log itself. */
final class RandomLog {
    private RandomLog() {}

    static void write(LogStore store, LogKeys keys, int entries, SplittableRandom random) throws Exception {
        Writer writer = new Writer(
                store,
                keys,
                note -> {},
                new Writer.Start(new Frontier(), Instant.EPOCH, 0),
                new LogFixture.HandClock(),
                new DiskGuard(LogFixture.disk(() -> 1L << 40, 1L << 40)),
                Runnable::run,
                () -> {
                    throw new AssertionError("the store failed");
                });
        Thread writing = null;
        List<String> decisions = new ArrayList<>();
        PendingMaker maker = new PendingMaker(keys, "engine-1", new SecureRandom());
        List<CompletableFuture<Recorded>> futures = new ArrayList<>();
        add(
                writer,
                futures,
                maker.pending(
                        Draft.note(id(random), EntryKind.START, "service", null, Map.of()),
                        null,
                        keys.signing().verifier()));
        String rules = RuleSetFiles.version(LogFixture.RULES);
        Draft live = new Draft(
                id(random),
                EntryKind.RULESET,
                "service",
                null,
                rules,
                null,
                null,
                Content.of(LogRecord.of(Map.of())),
                null);
        add(
                writer,
                futures,
                maker.pending(live, new LogStore.KeptRuleSet(rules, RuleSetFiles.bytes(LogFixture.RULES)), null));
        for (int i = 0; i < entries; i++) {
            add(writer, futures, maker.pending(draft(random, keys, rules, decisions, i), null, null));
            if (random.nextInt(400) == 0 && writing == null) {
                writing = new Thread(writer);
                writing.start();
            }
        }
        writer.close();
        if (writing == null) {
            writer.run();
        } else {
            writing.join();
        }
        futures.forEach(CompletableFuture::join);
    }

    private static void add(Writer writer, List<CompletableFuture<Recorded>> futures, Pending pending)
            throws LogRefused {
        futures.add(pending.acknowledged());
        writer.add(pending);
    }

    private static Draft draft(
            SplittableRandom random, LogKeys keys, String rules, List<String> decisions, int number) {
        String id = id(random);
        String earlier = decisions.isEmpty() ? null : decisions.get(random.nextInt(decisions.size()));
        int chance = random.nextInt(10);
        if (chance == 0) {
            return Draft.note(id, EntryKind.ACCESS, text(random), earlier, Map.of("purpose", text(random)));
        } else if (chance == 1 && earlier != null) {
            return Draft.note(id, EntryKind.OVERRIDE, text(random), earlier, Map.of("person", text(random)));
        }
        boolean correction = chance == 2 && earlier != null;
        decisions.add(id);
        String caller = text(random);
        String key = text(random) + number;
        ClaimRow row = new ClaimRow(keys.code(IdempotencyKey.taggedText(caller, key)), new byte[] {1, 2, 3});
        return new Draft(
                id,
                correction ? EntryKind.CORRECTION : EntryKind.DECISION,
                caller,
                text(random),
                rules,
                null,
                correction ? earlier : null,
                Content.of(new LogRecord(
                        new TreeMap<>(Map.of("outcome", text(random))),
                        text(random).getBytes(StandardCharsets.UTF_8),
                        text(random).getBytes(StandardCharsets.UTF_8))),
                random.nextBoolean() ? null : new Claim(new IdempotencyKey(key, row.request()), row));
    }

    private static String id(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Texts with quotes, line ends and letters of all kinds: what would upset a careless format. */
    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint("\"\\\n\u0001 a:0,}\u00e9\u2028\u4e2d".codePointAt(random.nextInt(12)));
        }
        return text.append(random.nextInt(4) == 0 ? "\"index\":0,\"time\":\"\"" : "")
                .toString();
    }
}
