package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Health;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.service.LiveRules;
import org.hqccp.service.LoadedRules;
import org.jspecify.annotations.Nullable;

/** Whether the service lives, and whether it can decide. */
final class HealthRoutes {
    private final LiveRules rules;
    private final Limits limits;
    private final @Nullable DecisionLog log;

    HealthRoutes(LiveRules rules, Limits limits, @Nullable DecisionLog log) {
        this.rules = rules;
        this.limits = limits;
        this.log = log;
    }

    void live(Context context, Query query) throws IOException {
        Answers.send(context.res(), 200, Answers.JSON, Json.bytes(Json.object("live", true)));
    }

    /** The service starts with rules and keeps the last good ones, so it is ready while the decision log takes decisions. */
    void ready(Context context, Query query) throws IOException {
        LoadedRules loaded = rules.current();
        Health health = log == null ? null : log.health();
        LogRefused.Reason refusal = health == null ? null : health.refusal();
        Node raised = Json.list(
                limits.raised().entrySet(),
                e -> Json.object(
                        "limit",
                        e.getKey().word(),
                        "value",
                        e.getValue(),
                        "standard",
                        e.getKey().standard()));
        Node body = Json.object(
                "ready",
                refusal == null,
                "ruleSetVersion",
                loaded.ruleSet().version(),
                "loadedAt",
                loaded.loadedAt(),
                "editRefused",
                rules.refused() != null,
                "recorded",
                health != null,
                "durability",
                health == null ? "none" : health.durability().rung(),
                "survives",
                health == null ? "nothing is recorded" : health.durability().survives(),
                "refusal",
                refusal == null ? "" : refusal.words(),
                "raisedLimits",
                raised);
        Answers.send(context.res(), refusal == null ? 200 : 503, Answers.JSON, Json.bytes(body));
    }
}
