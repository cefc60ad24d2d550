package org.hqccp.rulelanguage;

import java.util.Map;
import java.util.Set;
import org.hqccp.facts.FactsDictionary;

/**
 * Everything a rule file may name.
 *
 * @param dictionary the facts
 * @param derived the derived facts, by full name
 * @param parameters the parameters, by name
 * @param sources the tags of sources.csv
 * @param messages codes of messages.csv, by verb
 * @param supports ids of supports.csv
 * @param decisions the decisions, by name
 */
public record Vocabulary(
        FactsDictionary dictionary,
        Map<String, DerivedFact> derived,
        Map<String, Parameter> parameters,
        Set<String> sources,
        Map<String, Set<String>> messages,
        Set<String> supports,
        Map<String, DecisionModel> decisions) {}
