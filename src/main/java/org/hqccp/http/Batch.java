package org.hqccp.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Json;
import org.hqccp.service.NoSuchDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch on its way through: a line is read, decided and answered before the next is read, so that only one is ever held. */
final class Batch {
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");
    private static final String LABEL = "POST /v1/decisions/{decision}/batch";
    private final Decider decider;
    private final String decision;
    private final boolean changes;
    private final Limits limits;
    private final BooleanSupplier stopping;
    private long decided;
    private long refused;

    Batch(Decider decider, String decision, boolean changes, Limits limits, BooleanSupplier stopping) {
        this.decider = decider;
        this.decision = decision;
        this.changes = changes;
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
                    out.write(answer(line, lines));
                    out.write('\n');
                }
                if (lines.mustWait()) {
                    out.flush();
                }
            }
        } catch (Refused e) {
            if (decided + refused == 0) {
                // Nothing was answered yet: the refusal is the answer.
                throw e;
            }
            out.write(problem(e, about));
            out.write('\n');
        }
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

    private byte[] answer(byte[] line, Lines lines) {
        try {
            if (lines.tooLong()) {
                throw CaseBody.tooLarge(limits.whole(Limit.CASE_BYTES));
            }
            byte[] answer = decider.decide(decision, line, changes).json();
            decided++;
            return answer;
        } catch (CaseRefused e) {
            return problem(Refused.of(e), lines.number());
        } catch (NoSuchDecision e) {
            // An edit of the rules took the decision away while the batch was running.
            return problem(DecisionRoutes.noSuchDecision(decision, e.known()), lines.number());
        } catch (Refused e) {
            return problem(e, lines.number());
        } catch (RuntimeException | StackOverflowError fault) {
            refused++;
            return Json.bytes(Problems.incident(Incidents.log(LABEL, fault), lines.number()));
        }
    }

    private byte[] problem(Refused why, long line) {
        refused++;
        return Json.bytes(Problems.json(why.type(), why.detail(), Problems.newInstance(), why.faults(), line));
    }
}
