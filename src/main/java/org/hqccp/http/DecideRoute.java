package org.hqccp.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.Written;
import org.hqccp.service.Asked;
import org.hqccp.service.NoSuchDecision;

/** {@code POST /v1/decisions/{decision}}: one case in, one decision out. */
final class DecideRoute implements Route.Work {
    private final Answering answering;
    private final Limits limits;
    private final Deadlines deadlines;
    private final Semaphore room;

    DecideRoute(Answering answering, Limits limits, Deadlines deadlines) {
        this.answering = answering;
        this.limits = limits;
        this.deadlines = deadlines;
        this.room = new Semaphore(limits.whole(Limit.DECISIONS));
    }

    @Override
    public void answer(Context context, Query query) throws Refused, IOException {
        boolean changes = query.flag("changes");
        boolean record = query.flag("record", true);
        View view = View.asked(query);
        String key = IdempotencyKeys.read(context.header("Idempotency-Key"));
        byte[] body = CaseBody.read(context.req(), limits);
        Asked asked = new Asked(
                Routes.caller(context),
                context.pathParam("decision"),
                body,
                changes,
                query.text("supersedes"),
                record ? key : null);
        if (!room.tryAcquire()) {
            throw new Refused(ProblemType.BUSY, "As many decisions as may be are being worked on.");
        }
        try {
            HttpServletResponse response = context.res();
            Refused late = new Refused(ProblemType.DEADLINE, "The decision took too long and was left.");
            Deadlines.Work work = deadlines.begin(() -> Problems.answer(response, Routes.DECIDE, late));
            Written answer = null;
            try {
                answer = view.of(decide(asked, record));
            } finally {
                if (work.end() && answer != null) {
                    Answers.send(response, 200, Answers.JSON, answer);
                }
            }
        } finally {
            room.release();
        }
    }

    private Written decide(Asked asked, boolean record) throws Refused {
        try {
            return Recording.await(answering.answer(asked, record));
        } catch (CaseRefused e) {
            throw Refused.of(e);
        } catch (NoSuchDecision e) {
            throw DecisionRoutes.noSuchDecision(asked.decision(), e.known());
        }
    }
}
