package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Members;
import org.hqccp.service.KeyTaken;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchEntry;
import org.hqccp.service.OverrideRefused;
import org.hqccp.service.Overrides;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/log/{id}/override}: a person sets another outcome; the person is the holder of the token. */
final class OverrideRoute implements Route.Work {
    private final LiveRules rules;
    private final Limits limits;
    private final @Nullable DecisionLog log;

    OverrideRoute(LiveRules rules, Limits limits, @Nullable DecisionLog log) {
        this.rules = rules;
        this.limits = limits;
        this.log = log;
    }

    @Override
    public void answer(Context context, Query query) throws Refused, IOException {
        String key = IdempotencyKeys.read(context.header("Idempotency-Key"));
        byte[] body = CaseBody.read(context.req(), limits);
        Overrides.Request asked = read(Routes.caller(context), context.pathParam("id"), body);
        byte[] answer;
        try {
            answer = Recording.await(new Overrides(LogRoutes.there(log), rules).record(asked, key, body));
        } catch (OverrideRefused e) {
            throw new Refused(
                    ProblemType.INVALID_OVERRIDE,
                    "The override was not recorded.",
                    e.problems().stream().map(Fault::of).toList());
        } catch (NoSuchEntry e) {
            throw new Refused(
                    ProblemType.NO_SUCH_ENTRY,
                    "The decision log holds no decision of this id.",
                    List.of(Fault.outside("unknown-decision-id", "the path names no decision", null, List.of())));
        } catch (KeyTaken e) {
            throw Recording.refused(e);
        } catch (LogRefused e) {
            throw Recording.refused(e);
        } catch (StoreException | DamagedEntry e) {
            throw UnreadableLog.refused(e, "The decision log cannot be read; nothing was recorded.");
        }
        Answers.send(context.res(), 200, Answers.JSON, answer);
    }

    private static Overrides.Request read(String person, String id, byte[] body) throws Refused {
        try {
            Members in = Members.read("the override", body);
            Overrides.Request asked = new Overrides.Request(
                    person, id, in.text("outcome"), in.textOrNone("subject"), in.text("reason"), in.text("text"));
            in.nothingElse();
            return asked;
        } catch (FormatException e) {
            throw new Refused(
                    ProblemType.INVALID_OVERRIDE,
                    "The override was not recorded.",
                    List.of(new Fault(
                            "",
                            "form",
                            e.message(),
                            "send a JSON object of outcome, reason, text, and where one is meant, subject",
                            List.of())));
        }
    }
}
