package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.service.LiveRules;
import org.hqccp.service.LoadedRules;

/** Whether the service lives, and whether it can decide. */
final class HealthRoutes {
    private final LiveRules rules;
    private final Limits limits;

    HealthRoutes(LiveRules rules, Limits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    void live(Context context, Query query) throws IOException {
        Answers.send(context.res(), 200, Answers.JSON, Json.bytes(Json.object("live", true)));
    }

    /** The service starts with rules and keeps the last good ones, so once it answers it is ready. */
    void ready(Context context, Query query) throws IOException {
        LoadedRules loaded = rules.current();
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
                true,
                "ruleSetVersion",
                loaded.ruleSet().version(),
                "loadedAt",
                loaded.loadedAt(),
                "editRefused",
                rules.refused() != null,
                "recorded",
                false,
                "durability",
                "none",
                "raisedLimits",
                raised);
        Answers.send(context.res(), 200, Answers.JSON, Json.bytes(body));
    }
}
