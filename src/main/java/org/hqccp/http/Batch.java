package org.hqccp.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.hqccp.json.Json;
import org.hqccp.json.Lines;
import org.hqccp.json.Written;
import org.hqccp.service.Asked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch on its way through: a line is read, decided and answered before the next is read, so that only one is ever held. */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");
    private static final String LABEL = "POST /v1/decisions/{decision}/batch";
    /** So many lines may be in work: enough for all processors while others wait for the disk, and few enough to be kept for a slow reader. */
    private static final int MOST_WAITING = 16 * Runtime.getRuntime().availableProcessors();

    private final Deciding deciding;
    private final Lineage lineage;
    private final Limits limits;
    private final BooleanSupplier stopping;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private long decided;
    private long refused;

    /**
     * What holds for every line.
     *
     * @param key the idempotency key of the batch; each line's is this one and the line's number
     */
    record Lineage(
            String caller,
            String decision,
            boolean changes,
            boolean record,
            View view,
            @Nullable String key) {
        Asked line(byte[] body, long number) {
            return new Asked(caller, decision, body, changes, null, key == null ? null : key + " line " + number);
        }
    }

    /** A line whose answer is on its way. */
    private record Waiting(CompletableFuture<Written> answer, long number) {}

    /** @param deciding decides lines, several at a time; they are answered in their order all the same */
    Batch(Deciding deciding, Lineage lineage, Limits limits, BooleanSupplier stopping) {
        this.deciding = deciding;
        this.lineage = lineage;
        this.limits = limits;
        this.stopping = stopping;
    }

    /** Answers every line of the input. What ends it early is told in a last line. A reader who is gone ends it too. */
    void run(InputStream in, OutputStream out) throws Refused, IOException {
        Lines lines = new Lines(in, limits.whole(Limit.CASE_BYTES));
        long about = 0;
        try {
            while (true) {
                about = lines.number() + 1;
                byte[] line;
                try {
                    line = lines.next();
                    check(lines);
                } catch (IOException e) {
                    throw e instanceof Unpacking.OutOfProportion ? outOfProportion() : CaseBody.broken(e);
                }
                if (line == null) {
                    break;
                }
                if (line.length > 0 || lines.tooLong()) {
                    waiting.add(new Waiting(begun(line, lines.number(), lines.tooLong()), lines.number()));
                }
                boolean mustWait = lines.mustWait();
                write(out, mustWait ? 0 : MOST_WAITING);
                if (mustWait) {
                    out.flush();
                }
            }
        } catch (Refused e) {
            write(out, 0);
            if (decided + refused == 0) {
                // Nothing was answered yet: the refusal is the answer.
                throw e;
            }
            out.write(problem(e, about));
            out.write('\n');
        }
        write(out, 0);
        out.close();
        LOG.info("batch done: {} decided, {} refused", decided, refused);
    }

    private void check(Lines lines) throws Refused {
        if (stopping.getAsBoolean()) {
            throw new Refused(
                    ProblemType.STOPPING, "The service is stopping; this line and the rest were not decided.");
        }
        if (lines.bytes() > limits.of(Limit.BATCH_BYTES) || lines.number() > limits.of(Limit.BATCH_LINES)) {
            throw new Refused(
                    ProblemType.TOO_LARGE, "The batch is too large; this line and the rest were not decided.");
        }
    }

    private Refused outOfProportion() {
        return new Refused(
                ProblemType.TOO_LARGE,
                "One byte of a packed batch may become at most " + limits.of(Limit.GZIP_RATIO)
                        + "; this line and the rest were not decided. Send the batch unpacked.");
    }

    /** Writes answers in their order: those that are there, and more until at most so many wait. */
    private void write(OutputStream out, int most) throws IOException {
        while (!waiting.isEmpty()
                && (waiting.size() > most || waiting.element().answer().isDone())) {
            Waiting first = waiting.remove();
            Written line = told(first);
            line.writeTo(out);
            out.write('\n');
            line.close();
        }
    }

    private Written told(Waiting line) {
        try {
            Written answer = line.answer().join();
            decided++;
            return answer;
        } catch (CompletionException e) {
            return Written.of(
                    e.getCause() instanceof Refused why ? problem(why, line.number()) : incident(e, line.number()));
        }
    }

    private CompletableFuture<Written> begun(byte[] line, long number, boolean tooLong) {
        return tooLong
                ? CompletableFuture.failedFuture(CaseBody.tooLarge(limits.whole(Limit.CASE_BYTES)))
                : deciding.begin(lineage.line(line, number), lineage.record()).thenApply(lineage.view()::of);
    }

    private byte[] incident(Throwable failed, long line) {
        refused++;
        Throwable fault = failed.getCause() == null ? failed : failed.getCause();
        return Json.bytes(Problems.incident(Incidents.log(LABEL, fault), line));
    }

    private byte[] problem(Refused why, long line) {
        refused++;
        return Json.bytes(Problems.json(why.type(), why.detail(), Problems.newInstance(), why.faults(), line));
    }
}
