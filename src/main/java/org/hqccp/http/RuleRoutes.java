package org.hqccp.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Statement;
import org.hqccp.service.LiveRules;
import org.hqccp.service.LoadedRules;
import org.hqccp.service.RuleDocument;
import org.jspecify.annotations.Nullable;

/** The rules decisions are made under. */
final class RuleRoutes {
    private final LiveRules rules;

    RuleRoutes(LiveRules rules) {
        this.rules = rules;
    }

    /** The rules, all or those of one decision, of one group, or of both. */
    void list(Context context, Query query) throws Refused, IOException {
        RuleSet ruleSet = rules.current().ruleSet();
        String decision = query.text("decision");
        String group = query.text("group");
        List<Rule> listed = new ArrayList<>(decision == null ? ruleSet.rules().values() : ruleSet.rulesOf(decision));
        if (decision != null) {
            List<String> known = List.copyOf(ruleSet.decisions().keySet());
            if (!known.contains(decision)) {
                throw query.unknown("decision", decision, known);
            }
        }
        if (group != null) {
            List<String> known = listed.stream().map(Rule::group).distinct().toList();
            if (!known.contains(group)) {
                throw query.unknown("group", group, known);
            }
            listed.removeIf(rule -> !rule.group().equals(group));
        }
        Node body = Json.object(
                "ruleSetVersion",
                ruleSet.version(),
                "rules",
                Json.list(listed, rule -> RuleDocument.brief(rule, ruleSet)));
        Answers.send(context.res(), 200, Answers.JSON, Json.bytes(body));
    }

    /** One rule, or something that holds without one. */
    void one(Context context, Query query) throws Refused, IOException {
        RuleSet ruleSet = rules.current().ruleSet();
        String id = context.pathParam("id");
        Rule rule = ruleSet.rules().get(id);
        Statement statement = ruleSet.statements().get(id);
        if (rule != null) {
            Answers.send(context.res(), 200, Answers.JSON, Json.bytes(RuleDocument.whole(rule, ruleSet)));
        } else if (statement != null) {
            Answers.send(context.res(), 200, Answers.JSON, Json.bytes(RuleDocument.of(statement, ruleSet)));
        } else {
            List<String> known = new ArrayList<>(ruleSet.rules().keySet());
            known.addAll(ruleSet.statements().keySet());
            throw new Refused(
                    ProblemType.NO_SUCH_RULE,
                    "There is no such rule.",
                    List.of(Fault.outside(
                            "unknown-rule",
                            "the path names no rule of this rule set",
                            Suggestion.didYouMean(id, known),
                            List.of())));
        }
    }

    /** The rule set in force, and the edit that was not taken, if there is one. */
    void ruleSets(Context context, Query query) throws IOException {
        LoadedRules loaded = rules.current();
        Node body = Json.object(
                "live",
                live(loaded),
                "folderReadable",
                rules.folderReadable(),
                "refusedEdit",
                refused(rules.refused()));
        Answers.send(context.res(), 200, Answers.JSON, Json.bytes(body));
    }

    private static Node live(LoadedRules loaded) {
        RuleSet ruleSet = loaded.ruleSet();
        long facts = ruleSet.dictionary().types().stream()
                .mapToLong(type -> type.facts().size())
                .sum();
        return Json.object(
                "version",
                ruleSet.version(),
                "loadedAt",
                loaded.loadedAt(),
                "decisions",
                List.copyOf(ruleSet.decisions().keySet()),
                "counts",
                Json.object(
                        "rules", ruleSet.rules().size(),
                        "statements", ruleSet.statements().size(),
                        "facts", facts,
                        "parameters", ruleSet.parameters().size(),
                        "supports", ruleSet.supports().size(),
                        "sources", ruleSet.sources().size(),
                        "files", ruleSet.files().size()));
    }

    private static @Nullable Node refused(LiveRules.@Nullable RefusedEdit edit) {
        return edit == null
                ? null
                : Json.object("seenAt", edit.seenAt(), "problems", Json.list(edit.problems(), RuleRoutes::problem));
    }

    private static Node problem(Problem problem) {
        return Json.object(
                "place", problem.place(),
                "file", problem.file(),
                "line", problem.line() == 0 ? null : problem.line(),
                "column", problem.column() == 0 ? null : problem.column(),
                "code", problem.code(),
                "message", problem.message(),
                "advice", problem.advice());
    }
}
