package org.hqccp.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.hqccp.json.Written;
import org.hqccp.service.Asked;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/decisions/{decision}}: one case in, one decision out. Only reading the case keeps a thread of the server. */
final class DecideRoute implements Route.Work {
    private final Deciding deciding;
    private final Limits limits;
    private final Deadlines deadlines;
    private final Executor refusing;
    private final Semaphore room;

    /** @param refusing where refusals are written: who is refused may read slowly, and must hold up no decision */
    DecideRoute(Deciding deciding, Limits limits, Deadlines deadlines, Executor refusing) {
        this.deciding = deciding;
        this.limits = limits;
        this.deadlines = deadlines;
        this.refusing = refusing;
        this.room = new Semaphore(limits.whole(Limit.DECISIONS));
    }

    @Override
    public void answer(Context context, Query query) throws Refused {
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
        Reply reply = new Reply(context.res());
        context.future(() -> {
            deciding.begin(asked, record).thenApply(view::of).whenComplete(reply::decided);
            return reply.given;
        });
    }

    /** The answer to one request, given once: by what was decided, or by the deadline. */
    private final class Reply {
        private final HttpServletResponse response;
        private final CompletableFuture<@Nullable Void> given = new CompletableFuture<>();
        private final Deadlines.Work work = deadlines.begin(
                () -> refuse(new Refused(ProblemType.DEADLINE, "The decision took too long and was left.")));

        Reply(HttpServletResponse response) {
            this.response = response;
        }

        /** Takes what came of it: an answer, or why there is none. */
        void decided(@Nullable Written answer, @Nullable Throwable fault) {
            boolean inTime = work.end();
            if (answer == null || !inTime) {
                room.release();
            }
            if (answer != null && inTime) {
                Answers.begin(response, Answers.JSON, answer).whenComplete(this::sent);
            } else if (answer != null) {
                answer.close();
            } else if (fault != null && inTime) {
                refuse(fault);
            }
        }

        private void sent(@Nullable Void nothing, @Nullable Throwable fault) {
            room.release();
            if (fault == null) {
                given.complete(null);
            } else {
                refuse(fault);
            }
        }

        private void refuse(Throwable why) {
            Throwable cause = why instanceof CompletionException ? why.getCause() : null;
            refusing.execute(() -> given.completeExceptionally(cause == null ? why : cause));
        }
    }
}
