package org.hqccp.rulelanguage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;

/**
 * What the roll-up rules of one decision read: the subject with what was found about it, its findings and its groups.
 *
 * @param subject the dictionary's type
 * @param standing the subject with its findings, groups and the decision's own facts
 * @param finding a finding about the subject
 * @param group a group of the decision
 * @param groupFinding a finding within a group
 */
public record RollUpTypes(
        EntityType subject, EntityType standing, EntityType finding, EntityType group, EntityType groupFinding) {

    /** The name of what one rule found. */
    public static final String FINDING = "finding";
    /** The name of a group of rules with its status. */
    public static final String GROUP = "group";

    /** The types for decisions about {@code subject}. */
    public static RollUpTypes about(EntityType subject, Iterable<String> statuses, Iterable<String> outcomes) {
        EntityType standing = subject.extend();
        add(standing, "outcome", "outcome", FactType.ONE_OF, outcomes);
        EntityType finding = standing.hold(FINDING, "finding", "findings", true, "rule");
        findingFacts(finding);
        EntityType group = standing.hold(GROUP, "group", "groups", true, "id");
        add(group, "id", "group", FactType.TEXT, List.of());
        add(group, "principle", "a guiding principle", FactType.YES_NO, List.of());
        add(group, "status", "status", FactType.ONE_OF, statuses);
        EntityType groupFinding = group.hold(FINDING, "finding", "findings", true, "rule");
        findingFacts(groupFinding);
        return new RollUpTypes(subject, standing, finding, group, groupFinding);
    }

    private static void findingFacts(EntityType finding) {
        List<String> any = List.of();
        add(finding, "rule", "rule", FactType.TEXT, any);
        add(finding, "group", "group", FactType.TEXT, any);
        add(
                finding,
                "kind",
                "kind of finding",
                FactType.ONE_OF,
                List.of("criterion", "gate", "weight", "report", "action", "alert", "note", "flag", "strength"));
        add(finding, "mandatory", "mandatory", FactType.YES_NO, any);
        add(
                finding,
                "status",
                "status",
                FactType.ONE_OF,
                List.of("MET", "DEVELOPING", "NOT_MET", "UNKNOWN", "NOT_APPLICABLE", "REPORTED"));
        add(finding, "notMet", "not met", FactType.YES_NO, any);
        add(finding, "met", "met", FactType.YES_NO, any);
        add(finding, "code", "conclusion", FactType.TEXT, any);
        add(finding, "concluded", "concluded", FactType.YES_NO, any);
        add(finding, "ifNotMet", "outcome if it is not met", FactType.TEXT, any);
        add(finding, "asks", "open to a question", FactType.YES_NO, any);
    }

    private static void add(EntityType type, String name, String label, FactType factType, Iterable<String> values) {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach(v -> words.put(v, v));
        type.add(Fact.found(type, name, factType, label, words, false, null, false));
    }

    /** Whether a type is one of those that hold what rules found. */
    public boolean isRollUp(EntityType type) {
        return type == standing || type == finding || type == group || type == groupFinding;
    }
}
