package org.hqccp.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.DerivedReader;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Turns the files of a rule folder into a checked rule set, or a list of everything that is wrong with them. */
public final class RuleSetReader {
    private final SortedMap<String, String> files;
    private final List<Problem> problems;
    private final List<DerivedFact> derived = new ArrayList<>();

    private RuleSetReader(SortedMap<String, String> files, List<Problem> problems) {
        this.files = files;
        this.problems = problems;
    }

    /**
     * Reads a rule set.
     *
     * @param files text by path, as {@link RuleFolder} gives it
     * @param problems gets everything that is wrong, in order of place
     * @return the rule set; none if anything is wrong
     */
    public static @Nullable RuleSet read(SortedMap<String, String> files, List<Problem> problems) {
        RuleSet ruleSet = new RuleSetReader(files, problems).read();
        problems.sort(null);
        return problems.isEmpty() ? ruleSet : null;
    }

    private RuleSet read() {
        if (files.isEmpty()) {
            problems.add(Problem.ofFile(
                    "rules",
                    "EMPTY",
                    "the folder holds no rule files",
                    "name the folder that holds facts/ and the decisions"));
        }
        Set<String> names = decisionNames();
        if (!names.isEmpty() && files.keySet().stream().noneMatch(file -> file.endsWith(".drl"))) {
            problems.add(new Problem(
                    "rules",
                    0,
                    0,
                    "EMPTY",
                    "the folder holds no rule: nothing could be decided",
                    "put back the files whose names end in .drl"));
        }
        Tables tables = new Tables(files, problems);
        Map<String, Source> sources = tables.sources();
        Map<String, Parameter> parameters =
                ParameterReader.read(tables.rows(RuleTable.PARAMETERS), sources.keySet(), problems);
        DictionaryReader dictionary = new DictionaryReader();
        List<Fields> factFiles = new ArrayList<>();
        files.keySet().stream()
                .filter(f -> f.startsWith("facts/") && f.endsWith(".yaml"))
                .forEach(f -> {
                    Fields fields = yaml(f);
                    if (fields != null) {
                        factFiles.add(fields);
                    }
                });
        dictionary.read(factFiles, problems);
        Map<String, DerivedFact> shared = derive(dictionary.written(), dictionary, parameters, Map.of());
        Map<String, DecisionModel> decisions = new TreeMap<>();
        Map<String, Fields> decisionFiles = new TreeMap<>();
        Map<String, Map<String, DerivedFact>> derivedOf = new TreeMap<>();
        for (String name : names) {
            Fields fields = yaml(name + "/decision.yaml");
            if (fields != null) {
                DecisionReader reader = new DecisionReader(dictionary.dictionary(), fields);
                DecisionModel model = reader.read(name, names);
                if (model != null) {
                    decisions.put(name, model);
                    decisionFiles.put(name, fields);
                    derivedOf.put(name, derive(reader.written(), dictionary, parameters, shared));
                }
            }
        }
        Map<String, Message> messages = tables.messages(sources.keySet());
        Map<String, Support> supports = tables.supports(sources.keySet());
        Map<String, Statement> statements = tables.statements(sources.keySet());
        Map<String, RetiredRule> retired = tables.retiredRules();
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        messages.values()
                .forEach(m ->
                        codes.computeIfAbsent(m.verb(), v -> new TreeSet<>()).add(m.code()));
        Map<String, Rule> rules = new TreeMap<>();
        // Where a decision.yaml has been told to be wrong, nothing more can be said of its rules.
        Map<String, Vocabulary> vocabularies = new HashMap<>();
        for (String file : files.keySet()) {
            String decision = file.split("/")[0];
            if (file.endsWith(".drl") && (!names.contains(decision) || decisions.containsKey(decision))) {
                vocabularies.computeIfAbsent(
                        decision,
                        d -> new Vocabulary(
                                dictionary.dictionary(),
                                derivedOf.getOrDefault(d, shared),
                                parameters,
                                sources.keySet(),
                                codes,
                                supports.keySet(),
                                decisions));
            }
        }
        for (ReadRule read : ReadRule.all(files, vocabularies)) {
            problems.addAll(read.problems());
            Rule rule = read.rule();
            Rule before = rule == null ? null : rules.put(rule.id(), rule);
            if (rule != null && (before != null || statements.containsKey(rule.id()))) {
                String where = before != null ? before.file() : "statements.csv";
                problems.add(rule.problem(
                        rule.id(),
                        "DUPLICATE",
                        "the id " + rule.id() + " is already used in " + where,
                        "an id is never used twice"));
            }
        }
        new RetiredRules(retired, tables, problems).check(rules, statements);
        AcceptedWarnings.read(files, problems);
        new CrosswalkReader(tables, dictionary.dictionary(), sources.keySet(), problems).read(files.keySet());
        new RuleSetChecks(rules, tables, decisionFiles, derivedOf, problems).check(decisions, messages);
        Echoes.remove(problems, files);
        Map<String, String> examples = new Examples(files, dictionary.dictionary(), problems).of(names);
        return new RuleSet(
                Hashes.ofFiles(files),
                dictionary.dictionary(),
                List.copyOf(derived),
                parameters,
                sources,
                messages,
                supports,
                statements,
                retired,
                tables.overrideReasons(sources.keySet()),
                decisions,
                rules,
                examples,
                files);
    }

    private Set<String> decisionNames() {
        Set<String> names = new TreeSet<>();
        for (String file : files.keySet()) {
            if (file.endsWith("/decision.yaml") && file.indexOf('/') == file.lastIndexOf('/')) {
                names.add(file.substring(0, file.indexOf('/')));
            }
        }
        return names;
    }

    private Map<String, DerivedFact> derive(
            List<DictionaryReader.Written> written,
            DictionaryReader dictionary,
            Map<String, Parameter> parameters,
            Map<String, DerivedFact> before) {
        Map<String, DerivedFact> read = new LinkedHashMap<>(before);
        List<DictionaryReader.Written> good = new ArrayList<>();
        for (DictionaryReader.Written each : written) {
            DerivedFact fact = DerivedReader.read(
                    each.owner(), each.fact(), each.expression(), dictionary.dictionary(), parameters, each.where());
            if (fact != null) {
                read.put(each.fact().path(), fact);
                derived.add(fact);
                good.add(each);
            }
        }
        for (DictionaryReader.Written each : good) {
            DerivedFact fact = read.get(each.fact().path());
            if (fact != null && DerivedReader.isCircular(fact, read)) {
                each.where()
                        .problem(
                                each.where().node("is"),
                                "CIRCLE",
                                "'" + each.fact().name() + "' is worked out from itself",
                                "break the circle");
            }
        }
        return read;
    }

    private @Nullable Fields yaml(String file) {
        try {
            Node node = Documents.yaml(files.getOrDefault(file, ""));
            return Fields.of(file, node, problems);
        } catch (DocumentException e) {
            problems.add(new Problem(file, e.line(), e.column(), "YAML", e.message(), null));
            return null;
        }
    }
}
