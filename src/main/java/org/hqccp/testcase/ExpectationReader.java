package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Status;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Support;
import org.jspecify.annotations.Nullable;

/** Reads what a case expects; a code that no rule can conclude is a problem with a suggestion, before anything runs. */
final class ExpectationReader {
    private static final List<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::name).toList();
    private final RuleSet ruleSet;
    private final @Nullable Rule rule;
    private final List<DecisionModel> decisions = new ArrayList<>();

    ExpectationReader(RuleSet ruleSet, String decision, @Nullable Rule rule) {
        this.ruleSet = ruleSet;
        this.rule = rule;
        DecisionModel asked = ruleSet.decisions().get(decision);
        if (asked != null) {
            decisions.add(asked);
            for (String name : asked.includes()) {
                DecisionModel part = ruleSet.decisions().get(name);
                if (part != null) {
                    decisions.add(part);
                }
            }
        }
    }

    Expectation read(Fields written) {
        Node node = written.node("expect");
        if (node == null) {
            written.problem(
                    null, "MISSING", "'expect' is missing", "write expect: {status: MET}, or what else is expected");
            return Expectation.NOTHING;
        }
        Fields expect = Fields.of(written.file(), node, written.problems());
        String status = expect.text("status");
        if (status != null) {
            status(expect, "status", status);
            if (rule == null) {
                expect.problem(
                        expect.node("status"),
                        "STATUS",
                        "a whole case is about no one rule",
                        "write findings: {EA-02: " + status + "}");
            }
        }
        String of = expect.text("of");
        List<String> flags = codes(expect, "flags", ruleSet.supports().keySet(), "support of supports.csv");
        List<String> strengths = codes(expect, "strengths", messages("strength"), "strength of messages.csv");
        Map<String, String> urgency = expect.texts("urgency");
        urgency.forEach((id, degree) -> {
            known(expect, "urgency", id, ruleSet.supports().keySet(), "support of supports.csv");
            known(expect, "urgency", degree, Support.URGENCIES, "degree of urgency");
        });
        Map<String, Expected> results = new LinkedHashMap<>();
        expect.entries("results").forEach((subject, fields) -> {
            results.put(subject, expected(fields));
            fields.end();
        });
        Map<String, Map<String, Node>> changes = changes(expect);
        Expected whole = expected(expect);
        if (expect.names().isEmpty()) {
            expect.problem(null, "MISSING", "nothing is expected", "write status: MET, or what else is expected");
        }
        expect.end();
        return new Expectation(status, of, whole, flags, strengths, urgency, results, changes);
    }

    private Map<String, Map<String, Node>> changes(Fields expect) {
        Map<String, Map<String, Node>> changes = new LinkedHashMap<>();
        expect.entries("changes").forEach((id, edits) -> {
            known(expect, "changes", id, rules(), "rule of this decision");
            Map<String, Node> places = new LinkedHashMap<>();
            for (String place : edits.names()) {
                Node to = edits.node(place);
                if (to != null) {
                    places.put(place, to);
                }
            }
            changes.put(id, places);
        });
        return changes;
    }

    private Expected expected(Fields expect) {
        String outcome = expect.text("outcome");
        if (outcome != null) {
            known(expect, "outcome", outcome, outcomes(), "outcome");
        }
        Map<String, String> findings = expect.texts("findings");
        findings.forEach((id, status) -> {
            known(expect, "findings", id, rules(), "rule of this decision");
            status(expect, "findings", status);
        });
        Map<String, String> groups = expect.texts("groups");
        groups.forEach((id, status) -> {
            known(expect, "groups", id, groups(), "group of this decision");
            known(expect, "groups", status, groupStatuses(), "status of a group");
        });
        Map<String, String> values = expect.texts("values");
        values.keySet()
                .forEach(v -> known(
                        expect, "values", v.replaceFirst("\\[[^\\]]*\\]", ""), values(), "value this decision shows"));
        return new Expected(
                outcome,
                codes(expect, "because", rules(), "rule of this decision"),
                codes(expect, "missing", null, ""),
                codes(expect, "actions", messages("action"), "action of messages.csv"),
                codes(expect, "alerts", messages("alert"), "alert of messages.csv"),
                codes(expect, "notes", messages("note"), "note of messages.csv"),
                codes(expect, "fixes", rules(), "rule of this decision"),
                codes(expect, "next", null, ""),
                expect.list("says"),
                findings,
                groups,
                values);
    }

    private static @Nullable List<String> codes(
            Fields expect, String key, @Nullable Collection<String> known, String what) {
        if (!expect.has(key)) {
            return null;
        }
        List<String> codes = expect.list(key);
        if (known != null) {
            codes.forEach(code -> known(expect, key, code, known, what));
        }
        return codes;
    }

    private static void status(Fields expect, String key, String status) {
        List<String> known = new ArrayList<>(STATUSES);
        known.add(Expectation.NO_FINDING);
        known(expect, key, status, known, "status of a rule");
    }

    private static void known(Fields expect, String key, String code, Collection<String> known, String what) {
        if (!known.contains(code)) {
            String advice = Suggestion.didYouMean(code, known);
            if (advice == null && !known.isEmpty() && known.size() <= 12) {
                advice = "write one of " + String.join(", ", known);
            }
            expect.problem(expect.node(key), "CODE", "'" + code + "' is no " + what, advice);
        }
    }

    private Set<String> outcomes() {
        Set<String> outcomes = new LinkedHashSet<>();
        decisions.forEach(d -> {
            outcomes.addAll(d.outcomes().keySet());
            if (d.several() != null) {
                outcomes.add(d.several());
            }
        });
        outcomes.add(Decision.INDETERMINATE);
        return outcomes;
    }

    private List<String> rules() {
        return decisions.stream()
                .flatMap(d -> ruleSet.rulesOf(d.name()).stream())
                .map(Rule::id)
                .toList();
    }

    private List<String> groups() {
        return decisions.stream()
                .flatMap(d -> d.groups().stream())
                .map(DecisionModel.Group::id)
                .toList();
    }

    private List<String> groupStatuses() {
        return decisions.stream().flatMap(d -> d.statuses().stream()).toList();
    }

    private List<String> values() {
        return decisions.stream().flatMap(d -> d.values().stream()).toList();
    }

    private Set<String> messages(String verb) {
        Set<String> codes = new LinkedHashSet<>();
        ruleSet.messages().values().stream().filter(m -> m.verb().equals(verb)).forEach(m -> codes.add(m.code()));
        return codes;
    }
}
