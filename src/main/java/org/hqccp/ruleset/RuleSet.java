package org.hqccp.ruleset;

import java.util.List;
import java.util.Map;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;

/**
 * A checked rule folder: everything a decision rests on.
 *
 * @param version SHA-256 over the content of every file
 * @param dictionary the facts
 * @param derived derived facts of the dictionary and of the decisions, by the entity type's full name and fact
 * @param parameters by name
 * @param sources by tag
 * @param messages by verb and code, {@code action/COLLEGE_FORM}
 * @param supports by id
 * @param statements by id
 * @param retired rules that are in force no more, by id: their ids are never used again
 * @param overrideReasons what a person may give as the reason to set another outcome: the meaning by code
 * @param decisions by name
 * @param rules all rules, by id
 * @param examples one complete case of each decision, as JSON
 * @param files every file, by path
 */
public record RuleSet(
        String version,
        FactsDictionary dictionary,
        List<DerivedFact> derived,
        Map<String, Parameter> parameters,
        Map<String, Source> sources,
        Map<String, Message> messages,
        Map<String, Support> supports,
        Map<String, Statement> statements,
        Map<String, RetiredRule> retired,
        Map<String, String> overrideReasons,
        Map<String, DecisionModel> decisions,
        Map<String, Rule> rules,
        Map<String, String> examples,
        Map<String, String> files) {

    /** The same with other rules, derived facts and parameters, to try them. Its version and files stay those of what is written. */
    public RuleSet with(
            Map<String, Rule> otherRules, List<DerivedFact> otherDerived, Map<String, Parameter> otherParameters) {
        return new RuleSet(
                version,
                dictionary,
                otherDerived,
                otherParameters,
                sources,
                messages,
                supports,
                statements,
                retired,
                overrideReasons,
                decisions,
                otherRules,
                examples,
                files);
    }

    /** The rules of one decision, by id: its own, and those of others that it shares. */
    public List<Rule> rulesOf(String decision) {
        DecisionModel model = decisions.get(decision);
        List<String> shared = model == null ? List.of() : model.shares();
        return rules.values().stream()
                .filter(r -> r.decision().equals(decision) || shared.contains(r.id()))
                .toList();
    }

    /** The marks of a list of tags, each once: what a finding rests on. */
    public List<String> marks(List<String> tags) {
        return tags.stream()
                .map(tag -> {
                    Source source = sources.get(tag);
                    return source == null ? "BK" : source.mark();
                })
                .distinct()
                .sorted()
                .toList();
    }
}
