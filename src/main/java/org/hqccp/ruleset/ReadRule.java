package org.hqccp.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.RuleReader;
import org.hqccp.rulelanguage.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What came of one rule file.
 *
 * @param rule the rule; none if anything is wrong with it
 * @param problems what is wrong
 */
record ReadRule(@Nullable Rule rule, List<Problem> problems) {

    /**
     * Reads the rule files, several at a time: Drools' parser takes most of it, and no file has a say in another.
     *
     * @param vocabularies the words of each decision whose rules can be read
     */
    static List<ReadRule> all(Map<String, String> files, Map<String, Vocabulary> vocabularies) {
        return files.entrySet().parallelStream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .map(file -> of(file, vocabularies.get(file.getKey().split("/")[0])))
                .toList();
    }

    private static ReadRule of(Map.Entry<String, String> file, @Nullable Vocabulary words) {
        List<Problem> problems = new ArrayList<>();
        Rule rule = words == null ? null : RuleReader.read(file.getKey(), file.getValue(), words, problems);
        return new ReadRule(rule, problems);
    }
}
