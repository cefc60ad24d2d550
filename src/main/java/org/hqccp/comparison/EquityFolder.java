package org.hqccp.comparison;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.facts.Dates;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** The equity tests: the YAML files of {@code test-cases/equity}. */
public final class EquityFolder {
    private final RuleSet ruleSet;
    private final List<Problem> problems;

    private EquityFolder(RuleSet ruleSet, List<Problem> problems) {
        this.ruleSet = ruleSet;
        this.problems = problems;
    }

    /**
     * Reads every test of a folder; none where there is no folder.
     *
     * @param problems gets what is wrong with them
     */
    public static List<EquityTest> read(Path folder, RuleSet ruleSet, List<Problem> problems) throws IOException {
        List<EquityTest> tests = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return tests;
        }
        EquityFolder reading = new EquityFolder(ruleSet, problems);
        Set<String> names = new TreeSet<>();
        RuleFolder.read(folder, problems).forEach((name, text) -> {
            int before = problems.size();
            String file = folder.getFileName() + "/" + name;
            try {
                Fields fields = Fields.of(file, Documents.yaml(text), problems);
                EquityTest test = reading.test(fields);
                if (!names.add(test.name())) {
                    fields.problem(null, "DUPLICATE", "the name '" + test.name() + "' stands twice", "change one");
                }
                if (problems.size() == before) {
                    tests.add(test);
                }
            } catch (DocumentException e) {
                problems.add(new Problem(file, e.line(), e.column(), "YAML", e.message(), null));
            }
        });
        return tests;
    }

    private EquityTest test(Fields fields) {
        String name = fields.required("equity-test", "write equity-test: and a name");
        String about = fields.required("about", "say in a sentence what is promised");
        String decision = fields.required("decision", "write the name of a decision");
        DecisionModel model = ruleSet.decisions().get(decision);
        if (!decision.isEmpty() && (model == null || !model.includes().isEmpty())) {
            fields.problem(
                    fields.node("decision"),
                    "DECISION",
                    model == null
                            ? "there is no decision '" + decision + "'"
                            : "'" + decision + "' is made of other decisions",
                    model == null
                            ? Suggestion.didYouMean(
                                    decision, ruleSet.decisions().keySet())
                            : "watch one of them");
        }
        Set<String> outcomes = new LinkedHashSet<>(fields.list("outcomes"));
        Set<String> flags = new LinkedHashSet<>(fields.list("flags"));
        if (model != null && model.includes().isEmpty()) {
            known(fields, "outcomes", outcomes, model.outcomes().keySet());
        }
        known(fields, "flags", flags, ruleSet.supports().keySet());
        if (outcomes.isEmpty() == flags.isEmpty()) {
            fields.problem(
                    null, "MISSING", "either outcomes or flags say what counts as good", "write outcomes: [A, B]");
        }
        BigDecimal fall = share(fields, "may-fall-by");
        EquityTest test = new EquityTest(
                fields.file(),
                name,
                about,
                decision,
                outcomes,
                flags,
                only(fields, model),
                fields.required("groups", "name a column of the cohort, such as race"),
                fall,
                source(fields),
                fields.items("waivers").stream().map(this::waiver).toList());
        fields.end();
        return test;
    }

    private String source(Fields fields) {
        String source = fields.required("source", "write DESIGN, or a tag of sources.csv");
        for (String tag : source.split("\\s*,\\s*")) {
            if (!tag.isEmpty() && !ruleSet.sources().containsKey(tag)) {
                fields.problem(
                        fields.node("source"),
                        "SOURCE",
                        "there is no source '" + tag + "'",
                        Suggestion.didYouMean(tag, ruleSet.sources().keySet()));
            }
        }
        return source;
    }

    private static void known(Fields fields, String key, Set<String> named, Set<String> known) {
        for (String each : named) {
            if (!known.contains(each)) {
                fields.problem(
                        fields.node(key),
                        "CODE",
                        "'" + each + "' is not one of them",
                        Suggestion.didYouMean(each, known));
            }
        }
    }

    private Map<String, Set<String>> only(Fields fields, @Nullable DecisionModel model) {
        Map<String, Set<String>> only = new TreeMap<>();
        Node wanted = fields.node("only");
        if (wanted != null) {
            Fields written = Fields.of(fields.file(), wanted, problems);
            for (String fact : written.names()) {
                only.put(fact, new TreeSet<>(written.list(fact)));
                if (model != null
                        && model.includes().isEmpty()
                        && model.subject().fact(fact) == null) {
                    written.problem(
                            written.node(fact),
                            "FACT",
                            "a " + model.subject().label() + " has no fact '" + fact + "'",
                            null);
                }
            }
        }
        return only;
    }

    private EquityTest.Waiver waiver(Fields written) {
        EquityTest.Waiver waiver = new EquityTest.Waiver(
                new TreeSet<>(written.list("groups")),
                share(written, "may-fall-by"),
                written.required("who", "name the role and the person or body who allowed it"),
                written.required("reason", "say why it was allowed"),
                day(written, "date"),
                day(written, "until"));
        if (waiver.groups().isEmpty()) {
            written.problem(null, "MISSING", "a waiver names its groups", "write groups: [A]");
        }
        if (waiver.until().isBefore(waiver.date())) {
            written.problem(written.node("until"), "DATE", "the waiver ends before it begins", null);
        }
        written.end();
        return waiver;
    }

    private static LocalDate day(Fields fields, String key) {
        LocalDate day = Dates.read(fields.required(key, "write a day like 2026-08-01"));
        if (day == null && fields.has(key)) {
            fields.problem(fields.node(key), "DATE", "'" + key + "' is a day that exists", "write it like 2026-08-01");
        }
        return day == null ? LocalDate.EPOCH : day;
    }

    private static BigDecimal share(Fields fields, String key) {
        String text = fields.required(key, "write a share, such as 0.02 for two of a hundred");
        if (text.matches("0([.]\\d{1,4})?|1([.]0{1,4})?")) {
            return new BigDecimal(text);
        }
        if (!text.isEmpty()) {
            fields.problem(
                    fields.node(key),
                    "SHARE",
                    "'" + key + "' is a share from 0 to 1",
                    "write 0.02 for two of a hundred");
        }
        return BigDecimal.ZERO;
    }
}
