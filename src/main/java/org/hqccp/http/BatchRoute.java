package org.hqccp.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LiveRules;

/** {@code POST /v1/decisions/{decision}/batch}: a case a line in, an answer or a problem a line out, in the same order. */
final class BatchRoute implements Route.Work {
    static final String NDJSON = "application/x-ndjson";
    private final Deciding deciding;
    private final LiveRules rules;
    private final Limits limits;
    private final BooleanSupplier stopping;
    private final Semaphore room;

    BatchRoute(Deciding deciding, LiveRules rules, Limits limits, BooleanSupplier stopping) {
        this.deciding = deciding;
        this.rules = rules;
        this.limits = limits;
        this.stopping = stopping;
        this.room = new Semaphore(limits.whole(Limit.BATCHES));
    }

    @Override
    public void answer(Context context, Query query) throws Refused, IOException {
        boolean changes = query.flag("changes");
        boolean record = query.flag("record", true);
        View view = View.asked(query);
        String key = IdempotencyKeys.read(context.header("Idempotency-Key"));
        String decision = context.pathParam("decision");
        RuleSet ruleSet = rules.current().ruleSet();
        if (!ruleSet.decisions().containsKey(decision)) {
            throw DecisionRoutes.noSuchDecision(
                    decision, List.copyOf(ruleSet.decisions().keySet()));
        }
        CaseBody.checkKind(context.req().getContentType(), NDJSON);
        CaseBody.checkThere(context.req());
        if (!room.tryAcquire()) {
            throw new Refused(ProblemType.BUSY, "As many batches as may be are being worked on.");
        }
        try {
            InputStream body = body(context.req());
            context.res().setStatus(200);
            context.res().setContentType(NDJSON);
            Batch.Lineage lineage =
                    new Batch.Lineage(Routes.caller(context), decision, changes, record, view, record ? key : null);
            new Batch(deciding, lineage, limits, stopping)
                    .run(body, context.res().getOutputStream());
        } finally {
            room.release();
        }
    }

    private InputStream body(HttpServletRequest request) throws Refused, IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding == null) {
            return request.getInputStream();
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw CaseBody.unsupported(
                    "packed",
                    "the batch is packed in a way that is not read here",
                    "send it as it is, or gzip",
                    List.of("gzip"));
        }
        try {
            return new Unpacking(request.getInputStream(), limits.of(Limit.GZIP_RATIO));
        } catch (IOException e) {
            throw CaseBody.broken(e);
        }
    }
}
