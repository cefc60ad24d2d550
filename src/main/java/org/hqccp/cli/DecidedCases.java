package org.hqccp.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.hqccp.engine.Defect;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Json;
import org.hqccp.service.Decided;
import org.hqccp.service.DecisionService;
import org.hqccp.service.NoSuchDecision;

/** Decides many cases, several at a time, and hands the answers on in the order of the cases. */
final class DecidedCases implements AutoCloseable {
    /** Enough for all processors to have work. */
    private static final int MOST_WAITING = 64;

    private final DecisionService service;
    private final String decision;
    private final boolean whole;
    private final ExecutorService deciding =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private long refused;

    /** @param whole whether each answer is given whole, or in a short line */
    DecidedCases(DecisionService service, String decision, boolean whole) {
        this.service = service;
        this.decision = decision;
        this.whole = whole;
    }

    /** Gets one line. */
    interface Taker {
        void take(byte[] line) throws IOException;
    }

    void run(int from, int to, IntFunction<byte[]> cases, Taker taker) throws IOException {
        ArrayDeque<Future<byte[]>> waiting = new ArrayDeque<>();
        for (int i = from; i < to || !waiting.isEmpty(); ) {
            if (i < to && waiting.size() < MOST_WAITING) {
                byte[] caseJson = cases.apply(i++);
                waiting.add(deciding.submit(() -> decided(caseJson)));
            } else {
                taker.take(await(waiting.remove()));
            }
        }
    }

    private byte[] decided(byte[] caseJson) throws NoSuchDecision {
        try {
            Decided decided = service.decide(decision, caseJson, false);
            return whole ? decided.decisionJson() : ShortAnswer.of(decided.decision());
        } catch (CaseRefused e) {
            synchronized (this) {
                refused++;
            }
            List<String> problems = e.problems().stream().map(Failures::words).toList();
            return Json.bytes(Json.object("problems", problems));
        }
    }

    private static byte[] await(Future<byte[]> line) {
        try {
            return line.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new Defect("a case could not be decided", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Defect("deciding was interrupted", e);
        }
    }

    /** How many cases could not be decided. */
    synchronized long refused() {
        return refused;
    }

    @Override
    public void close() {
        deciding.shutdownNow();
    }
}
