package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hqccp.json.CaseSchema;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LiveRules;

/** What tools need in order to talk to the service: the OpenAPI document and the schemas of cases and answers. */
final class OpenApi {
    private static final Pattern OWN_NAME = Pattern.compile("\"[$](id|schema)\"\\s*:\\s*\"[^\"]*\",\\s*");
    private final LiveRules rules;

    OpenApi(LiveRules rules) {
        this.rules = rules;
    }

    /** The document, kept by hand, with the schemas of the live rule set put in. */
    void document(Context context, Query query) throws IOException {
        RuleSet ruleSet = rules.current().ruleSet();
        String kept = new String(Resources.bytes("/openapi.json"), StandardCharsets.UTF_8);
        byte[] anyCase = CaseSchema.of(ruleSet.dictionary(), "any", "A case for any decision.");
        String document = with(with(kept, "Case", anyCase), "Answer", View.WHOLE.schema());
        document = with(document, "Summary", View.SUMMARY.schema());
        send(context, document.getBytes(StandardCharsets.UTF_8));
    }

    /** The schema of the case of one decision. */
    void caseSchema(Context context, Query query) throws Refused, IOException {
        RuleSet ruleSet = rules.current().ruleSet();
        DecisionModel decision = DecisionRoutes.named(ruleSet, context.pathParam("decision"));
        send(context, CaseSchema.of(ruleSet.dictionary(), decision.name(), decision.title()));
    }

    void answerSchema(Context context, Query query) throws Refused, IOException {
        send(context, View.asked(query).schema());
    }

    private static void send(Context context, byte[] json) throws IOException {
        Answers.send(context.res(), 200, Answers.JSON, json);
    }

    /**
     * The document with a schema in the place that is kept free for it. Within the document it is no document of its own: it has no id, and
     * its references begin at the root. Swagger UI shows an error for each one that does not.
     */
    private static String with(String document, String name, byte[] schema) {
        String place = "\"" + name + "\": {";
        int from = document.indexOf(place);
        int to = document.indexOf('}', from);
        if (from < 0 || to < 0) {
            throw new IllegalStateException("openapi.json keeps no place for the schema of a " + name);
        }
        String within = OWN_NAME.matcher(new String(schema, StandardCharsets.UTF_8))
                .replaceAll("")
                .replace("\"#/$defs/", "\"#/components/schemas/" + name + "/$defs/");
        return document.substring(0, from) + "\"" + name + "\": " + within + document.substring(to + 1);
    }
}
