package org.hqccp.decisionlog;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.hqccp.decisionlog.sqlite.SqliteStore;

/**
 * A process of its own that records as fast as it can, and says what it asked for and what was acknowledged, until something ends it.
 * Arguments: folder, the first number to ask for, how many threads; and, where it is to end by itself, how many each of them asks for.
 */
final class FaultChild {
    /** As long as an ordinary decision, more or less. */
    private static final String BODY = "{\"caseId\":\"%d\",\"facts\":\"" + "0123456789abcdef".repeat(120) + "\"}";

    private static final int EXIT_STORAGE_FAILED = 74;
    private static final int EXIT_COULD_NOT_START = 3;

    private FaultChild() {}

    static byte[] body(long number) {
        return BODY.formatted(number).getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of(args[0]);
        DecisionLog log;
        try {
            log = DecisionLog.open(new Settings(
                    folder,
                    Settings.usualKeyFile(folder),
                    SqliteStore::open,
                    "engine-1",
                    Clock.systemUTC(),
                    DiskSpace.of(Path.of(System.getProperty("java.io.tmpdir"))),
                    ForkJoinPool.commonPool(),
                    () -> Runtime.getRuntime().halt(EXIT_STORAGE_FAILED)));
            LogFixture.get(log.live(LogFixture.RULES));
        } catch (FolderRefused | IOException e) {
            out.println("REFUSED " + e.getMessage());
            Runtime.getRuntime().halt(EXIT_COULD_NOT_START);
            return;
        } catch (StoreException | LogRefused e) {
            Runtime.getRuntime().halt(EXIT_STORAGE_FAILED);
            return;
        }
        out.println("READY");
        int threads = Integer.parseInt(args[2]);
        long each = args.length < 4 ? Long.MAX_VALUE : Long.parseLong(args[3]);
        List<Thread> asking = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            long from = Long.parseLong(args[1]) + t;
            Thread thread = new Thread(() -> ask(log, out, from, threads, each));
            thread.start();
            asking.add(thread);
        }
        for (Thread thread : asking) {
            thread.join();
        }
        if (args.length > 3) {
            close(log);
        }
    }

    private static void close(DecisionLog log) {
        try {
            log.close();
        } catch (StoreException | IOException e) {
            Runtime.getRuntime().halt(EXIT_STORAGE_FAILED);
        }
    }

    private static void ask(DecisionLog log, PrintStream out, long from, int step, long many) {
        long number = from;
        for (long asked = 0; asked < many; asked++, number += step) {
            try {
                out.println("ASK " + number);
                Claims.Answer answer = log.claims().claim("portal", "k" + number, "d", body(number));
                if (answer.claim() == null) {
                    out.println("ACK " + number + " "
                            + log.entry(answer.index()).leaf().id());
                    continue;
                }
                CompletableFuture<Recorded> future = log.record(LogFixture.decision(log, (int) number, answer.claim()));
                Recorded recorded = future.get(60, TimeUnit.SECONDS);
                out.println("ACK " + number + " " + recorded.id());
            } catch (Exception e) {
                // Not acknowledged: the parent counts it as asked for, and no more.
                return;
            }
        }
    }
}
