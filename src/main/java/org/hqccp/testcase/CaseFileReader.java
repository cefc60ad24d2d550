package org.hqccp.testcase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Reads one test-case file against the rules it is about; every fault is a problem with its place, and a faulty case is left out. */
final class CaseFileReader {
    private final AlteredRules rules;
    private final RuleSet ruleSet;
    private final Map<String, Node.Mapping> bases;
    private final Fields file;
    private final List<Problem> problems;

    private CaseFileReader(AlteredRules rules, Map<String, Node.Mapping> bases, Fields file) {
        this.rules = rules;
        this.ruleSet = rules.base();
        this.bases = bases;
        this.file = file;
        this.problems = file.problems();
    }

    /**
     * Reads a file.
     *
     * @param rules the rules its cases are about
     * @param ruleId the rule whose file stands at the mirrored path; none for whole cases
     * @return the file; none if it does not say whose cases it holds
     */
    static @Nullable CaseFile read(
            AlteredRules rules, Map<String, Node.Mapping> bases, Fields file, @Nullable Rule rule) {
        return new CaseFileReader(rules, bases, file).read(rule);
    }

    private @Nullable CaseFile read(@Nullable Rule rule) {
        String decision = rule == null ? decision() : rule.decision();
        if (rule != null) {
            String named = file.required("rule", "write rule: " + rule.id());
            if (!named.isEmpty() && !named.equals(rule.id())) {
                file.problem(
                        file.node("rule"),
                        "RULE",
                        "the file stands where the cases of " + rule.id() + " belong, but names " + named,
                        "write rule: " + rule.id());
            }
        }
        List<TestCase> cases = new ArrayList<>();
        Map<String, String> parameters = file.texts(AlteredRules.KEY);
        if (decision != null && rules.with(parameters, file) != null) {
            ExpectationReader expectations = new ExpectationReader(ruleSet, decision, rule);
            for (Fields each : file.items("cases")) {
                TestCase read = testCase(each, parameters, expectations);
                if (read != null) {
                    cases.add(read);
                }
            }
        }
        if (!file.has("cases")) {
            file.problem(null, "MISSING", "the file holds no cases", "write cases: and at least one - name:");
        }
        file.text("like");
        file.text("as-of");
        file.end();
        return decision == null
                ? null
                : new CaseFile(file.file(), decision, rule == null ? null : rule.id(), List.copyOf(cases));
    }

    private @Nullable String decision() {
        String name = file.required("decision", "say which decision the cases ask for");
        if (name.isEmpty() || ruleSet.decisions().containsKey(name)) {
            return name.isEmpty() ? null : name;
        }
        String advice = Suggestion.didYouMean(name, ruleSet.decisions().keySet());
        file.problem(file.node("decision"), "DECISION", "'" + name + "' is no decision", advice);
        return null;
    }

    private @Nullable TestCase testCase(
            Fields written, Map<String, String> parameters, ExpectationReader expectations) {
        int before = problems.size();
        String name = written.required("name", "write a sentence that says what this case shows");
        Node.Mapping document = base(written);
        document = asOf(written, document);
        document = facts(written, document);
        Map<String, String> altered = new TreeMap<>(parameters);
        altered.putAll(written.texts(AlteredRules.KEY));
        RuleSet decidedUnder = rules.with(altered, written);
        Expectation expectation = expectations.read(written);
        written.end();
        if (problems.size() > before || decidedUnder == null) {
            return null;
        }
        try {
            byte[] json = Documents.toJson(document).getBytes(StandardCharsets.UTF_8);
            return new TestCase(name, written.line(), decidedUnder, json, expectation, asWritten(written, altered));
        } catch (IOException e) {
            written.problem(null, "VALUE", "the facts hold a value that no case can hold", null);
            return null;
        }
    }

    private TestCase.Written asWritten(Fields written, Map<String, String> parameters) {
        String likeOfFile = file.text("like");
        String like = written.has("like") ? written.text("like") : likeOfFile;
        Fields dated = written.has("as-of") ? written : file;
        return new TestCase.Written(
                like,
                likeOfFile,
                dated.text("as-of"),
                parameters,
                written.node("facts") instanceof Node.Mapping facts ? facts.entries() : Map.of());
    }

    private Node.Mapping base(Fields written) {
        Fields where = written.has("like") ? written : file;
        String like = where.text("like");
        Node.Mapping base = like == null ? null : bases.get(like);
        if (like != null && base == null) {
            String advice = Suggestion.didYouMean(like, bases.keySet());
            where.problem(where.node("like"), "BASE", "there is no base '" + like + "'", advice);
        }
        Node.Mapping document = base == null ? new Node.Mapping(Map.of(), written.line(), 1) : base;
        return document.entries().containsKey(YamlCase.CASE_ID)
                ? document
                : FactPath.with(
                        document, YamlCase.CASE_ID, new Node.Scalar("test-case", "test-case", written.line(), 1));
    }

    private Node.Mapping asOf(Fields written, Node.Mapping document) {
        Fields where = written.has("as-of") ? written : file;
        Node day = where.node("as-of");
        if (day == null) {
            boolean based = written.has("like") || file.has("like");
            if (!based && !document.entries().containsKey(YamlCase.AS_OF)) {
                written.problem(
                        null, "MISSING", "'as-of' is missing", "write as-of: 2026-08-01, or name a base with like:");
            }
            return document;
        }
        if (!(day instanceof Node.Scalar scalar) || Dates.read(scalar.text()) == null) {
            where.problem(day, "DATE", "as-of is a day that exists", "write it like 2026-08-01");
            return document;
        }
        return FactPath.with(document, YamlCase.AS_OF, day);
    }

    private Node.Mapping facts(Fields written, Node.Mapping document) {
        Node facts = written.node("facts");
        if (facts == null) {
            return document;
        }
        if (!(facts instanceof Node.Mapping mapping)) {
            written.problem(facts, "SHAPE", "'facts' is a list of paths with values", "write program.seats: 80");
            return document;
        }
        Node.Mapping with = document;
        for (Map.Entry<String, Node> fact : mapping.entries().entrySet()) {
            try {
                FactPath path = FactPath.of(fact.getKey(), ruleSet.dictionary());
                with = path.put(with, YamlCase.value(fact.getValue()));
            } catch (FactPath.Fault e) {
                written.problem(fact.getValue(), "FACT", e.message(), e.advice());
            }
        }
        return with;
    }
}
