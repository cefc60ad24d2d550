package org.hqccp.http;

import java.util.List;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.service.LiveRules;
import org.jspecify.annotations.Nullable;

/** The table of everything the service answers. */
final class RouteTable {
    private RouteTable() {}

    static List<Route> of(
            LiveRules rules,
            Limits limits,
            Metrics metrics,
            Route.Work decide,
            Route.Work decideBatch,
            @Nullable DecisionLog log) {
        DecisionRoutes decisions = new DecisionRoutes(rules);
        RuleRoutes rule = new RuleRoutes(rules);
        BookRoutes book = new BookRoutes(rules);
        HealthRoutes health = new HealthRoutes(rules, limits, log);
        LogRoutes kept = new LogRoutes(log, rules);
        OpenApi openApi = new OpenApi(rules);
        return List.of(
                Route.post(
                        "/v1/decisions/{decision}",
                        Access.APPLICATION,
                        Answers.JSON,
                        decide,
                        "changes",
                        "record",
                        "supersedes",
                        "view"),
                Route.post(
                        "/v1/decisions/{decision}/batch",
                        Access.APPLICATION,
                        BatchRoute.NDJSON,
                        decideBatch,
                        "changes",
                        "record",
                        "view"),
                Route.get("/v1/decisions", Access.ANY_TOKEN, Answers.JSON, decisions::list),
                Route.get("/v1/decisions/{decision}", Access.ANY_TOKEN, Answers.JSON, decisions::one),
                Route.get("/v1/decisions/{decision}/example", Access.ANY_TOKEN, Answers.JSON, decisions::example),
                Route.get("/v1/decisions/{decision}/schema", Access.ANY_TOKEN, Answers.JSON, openApi::caseSchema),
                Route.get("/v1/schemas/answer", Access.ANY_TOKEN, Answers.JSON, openApi::answerSchema, "view"),
                Route.get("/v1/rules", Access.ANY_TOKEN, Answers.JSON, rule::list, "decision", "group"),
                Route.get("/v1/rules/{id}", Access.ANY_TOKEN, Answers.JSON, rule::one),
                Route.get("/v1/rulesets", Access.ANY_TOKEN, Answers.JSON, rule::ruleSets),
                Route.get("/rules/{id}", Access.ANY_TOKEN, ProblemPages.HTML, book::rule),
                Route.get("/book", Access.ANY_TOKEN, ProblemPages.HTML, book::start),
                Route.get("/book/{page}", Access.ANY_TOKEN, Answers.ANY, book::list),
                Route.get("/book/{shelf}/{page}", Access.ANY_TOKEN, ProblemPages.HTML, book::sheet),
                Route.get("/v1/log", Access.AUDITOR, Answers.JSON, kept::search, LogQueries.NAMES),
                Route.get("/v1/log/checkpoint", Access.ANY_TOKEN, LogRoutes.TEXT, kept::checkpoint),
                Route.get("/v1/log/{id}", Access.AUDITOR, Answers.JSON, kept::one),
                Route.get("/v1/log/{id}/proof", Access.AUDITOR, Answers.JSON, kept::proof),
                Route.get("/v1/log/{id}/explanation", Access.AUDITOR, Answers.ANY, kept::explanation),
                Route.post(
                        "/v1/log/{id}/override",
                        Access.APPLICATION,
                        Answers.JSON,
                        new OverrideRoute(rules, limits, log)),
                Route.get("/livez", Access.OPEN, Answers.JSON, health::live),
                Route.get("/readyz", Access.OPEN, Answers.JSON, health::ready),
                Route.get(
                        "/metrics",
                        Access.ANY_TOKEN,
                        Metrics.MEDIA_TYPE,
                        (context, query) -> Answers.send(context.res(), 200, Metrics.MEDIA_TYPE, metrics.page())),
                Route.get("/problems", Access.OPEN, ProblemPages.HTML, ProblemPages::all),
                Route.get("/problems/{type}", Access.OPEN, ProblemPages.HTML, ProblemPages::one),
                Route.get("/openapi.json", Access.OPEN, Answers.JSON, openApi::document),
                Route.get("/docs", Access.OPEN, ProblemPages.HTML, DocsPage::page),
                Route.get("/docs/{file}", Access.OPEN, Answers.ANY, DocsPage::part));
    }
}
