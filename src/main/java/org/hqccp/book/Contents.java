package org.hqccp.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleReads;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.testcase.CaseFile;
import org.hqccp.testcase.CaseFolder;
import org.jspecify.annotations.Nullable;

/** What the pages are made from, looked up once: which rule reads and cites what. */
final class Contents {
    private final RuleSet ruleSet;
    private final boolean withCases;
    private final Map<String, RuleReads> reads = new TreeMap<>();
    private final Map<String, List<Rule>> byFact = new TreeMap<>();
    private final Map<String, List<Rule>> byParameter = new TreeMap<>();
    private final Map<String, List<Rule>> bySource = new TreeMap<>();
    private final Map<String, CaseFile> cases = new LinkedHashMap<>();

    Contents(RuleSet ruleSet, @Nullable CaseFolder folder) {
        this.ruleSet = ruleSet;
        this.withCases = folder != null;
        for (Rule rule : ruleSet.rules().values()) {
            RuleReads read = RuleReads.of(rule, ruleSet);
            reads.put(rule.id(), read);
            read.facts().forEach(fact -> add(byFact, fact.path(), rule));
            read.parameters().forEach(parameter -> add(byParameter, parameter.name(), rule));
            rule.sources().forEach(tag -> add(bySource, tag, rule));
        }
        if (folder != null) {
            folder.files().forEach(file -> {
                if (file.rule() != null) {
                    cases.put(file.rule(), file);
                }
            });
        }
    }

    private static void add(Map<String, List<Rule>> map, String key, Rule rule) {
        List<Rule> rules = map.computeIfAbsent(key, k -> new ArrayList<>());
        if (!rules.contains(rule)) {
            rules.add(rule);
        }
    }

    RuleSet ruleSet() {
        return ruleSet;
    }

    /** Whether the book was given test cases at all. */
    boolean withCases() {
        return withCases;
    }

    @Nullable
    CaseFile casesOf(Rule rule) {
        return cases.get(rule.id());
    }

    RuleReads reads(Rule rule) {
        return reads.getOrDefault(rule.id(), RuleReads.NOTHING);
    }

    List<Rule> readersOf(Fact fact) {
        return byFact.getOrDefault(fact.path(), List.of());
    }

    List<Rule> readersOf(Parameter parameter) {
        return byParameter.getOrDefault(parameter.name(), List.of());
    }

    List<Rule> citing(String tag) {
        return bySource.getOrDefault(tag, List.of());
    }

    /** Whether an id has a page of its own. */
    boolean isOnAPage(String id) {
        return ruleSet.rules().containsKey(id)
                || ruleSet.statements().containsKey(id)
                || ruleSet.retired().containsKey(id);
    }

    /** Whether a fact is one a case can hold, or worked out for every decision; others belong to one decision. */
    boolean isOfTheDictionary(Fact fact) {
        EntityType type = ruleSet.dictionary().type(fact.entity());
        return type != null && fact.equals(type.fact(fact.name()));
    }
}
