package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.CaseSchema;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LiveRules;

/** What there is to decide, and how a case for it looks. */
final class DecisionRoutes {
    private final LiveRules rules;

    DecisionRoutes(LiveRules rules) {
        this.rules = rules;
    }

    /** Every decision with its title, and where its example is. */
    void list(Context context, Query query) throws IOException {
        RuleSet ruleSet = rules.current().ruleSet();
        Node body = Json.object(
                "ruleSetVersion",
                ruleSet.version(),
                "decisions",
                Json.list(ruleSet.decisions().values(), DecisionRoutes::entry));
        Answers.send(context.res(), 200, Answers.JSON, Json.bytes(body));
    }

    private static Node entry(DecisionModel decision) {
        String path = "/v1/decisions/" + decision.name();
        return Json.object(
                "name",
                decision.name(),
                "title",
                decision.title(),
                "self",
                path,
                "schema",
                path + "/schema",
                "example",
                path + "/example");
    }

    /** One decision: what it can answer, the schema of its case, and a complete example case. */
    void one(Context context, Query query) throws Refused, IOException {
        RuleSet ruleSet = rules.current().ruleSet();
        DecisionModel decision = named(ruleSet, context.pathParam("decision"));
        String head = Json.text(Json.object(
                "name", decision.name(),
                "title", decision.title(),
                "ruleSetVersion", ruleSet.version(),
                "includes", decision.includes(),
                "outcomes", decision.outcomes(),
                "groups", Json.list(decision.groups(), g -> Json.object("id", g.id(), "title", g.title()))));
        // The schema and the example are JSON already.
        String body = head.substring(0, head.length() - 1) + ",\"schema\":"
                + new String(
                        CaseSchema.of(ruleSet.dictionary(), decision.name(), decision.title()), StandardCharsets.UTF_8)
                + ",\"example\":" + ruleSet.examples().getOrDefault(decision.name(), "{}") + "}";
        Answers.send(context.res(), 200, Answers.JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The example case alone, ready to be posted. */
    void example(Context context, Query query) throws Refused, IOException {
        RuleSet ruleSet = rules.current().ruleSet();
        String name = context.pathParam("decision");
        String example = ruleSet.examples().get(name);
        if (example == null) {
            throw noSuchDecision(name, List.copyOf(ruleSet.decisions().keySet()));
        }
        Answers.send(context.res(), 200, Answers.JSON, example.getBytes(StandardCharsets.UTF_8));
    }

    /** The decision of a name. */
    static DecisionModel named(RuleSet ruleSet, String name) throws Refused {
        DecisionModel decision = ruleSet.decisions().get(name);
        if (decision == null) {
            throw noSuchDecision(name, List.copyOf(ruleSet.decisions().keySet()));
        }
        return decision;
    }

    static Refused noSuchDecision(String asked, List<String> known) {
        return new Refused(
                ProblemType.NO_SUCH_DECISION,
                "There is no such decision.",
                List.of(Fault.outside(
                        "unknown-decision",
                        "the path names no decision of this rule set",
                        Suggestion.didYouMean(asked, known),
                        known)));
    }
}
