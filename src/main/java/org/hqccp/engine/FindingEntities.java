package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.RollUpTypes;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Kind;
import org.jspecify.annotations.Nullable;

/** Shows findings and groups to the roll-up rules as things with facts. */
final class FindingEntities {
    private final RollUpTypes types;
    private final List<Blank> blanks = new ArrayList<>();
    private final List<Entity> blankGroups = new ArrayList<>();
    private final int status;
    private final int notMet;
    private final int met;
    private final int concluded;
    private final int asks;
    private final int groupStatus;
    private final int outcome;

    /**
     * What is the same in all findings of a rule.
     *
     * @param rule the rule
     * @param like a finding with what the rule alone decides
     * @param judged whether it can be NOT_MET
     * @param group the place of its group; -1 where it has none
     * @param undecided stands for what it did not come to
     */
    private record Blank(Rule rule, Entity like, boolean judged, int group, Unknown undecided) {}

    FindingEntities(DecisionModel decision, List<ReadyRule> rules) {
        this.types = decision.ownTypes();
        EntityType finding = types.finding();
        this.status = slot(finding, "status");
        this.notMet = slot(finding, "notMet");
        this.met = slot(finding, "met");
        this.concluded = slot(finding, "concluded");
        this.asks = slot(finding, "asks");
        this.groupStatus = slot(types.group(), "status");
        this.outcome = slot(types.standing(), "outcome");
        for (DecisionModel.Group each : decision.groups()) {
            Entity group = new Entity(types.group(), null, 0);
            set(group, "id", each.id());
            set(group, "principle", each.principle());
            setStatus(group, decision.statuses().contains("UNKNOWN") ? "UNKNOWN" : new Unknown("undecided"));
            blankGroups.add(group);
        }
        rules.forEach(r -> blanks.add(blank(r.rule(), decision)));
    }

    private static int slot(EntityType type, String name) {
        Fact fact = type.fact(name);
        return Objects.requireNonNull(fact).slot();
    }

    private static void set(Entity entity, String name, Object value) {
        entity.set(slot(entity.type(), name), value);
    }

    private Blank blank(Rule rule, DecisionModel decision) {
        Entity like = new Entity(types.finding(), null, 0);
        set(like, "rule", rule.id());
        set(like, "group", rule.group());
        set(like, "kind", rule.findingKind());
        set(like, "mandatory", rule.isMandatory());
        set(like, "code", orEmpty(rule.conclusion().code()));
        set(like, "ifNotMet", orEmpty(rule.ifNotMet()));
        return new Blank(
                rule,
                like,
                rule.kind() == Kind.CRITERION || rule.kind() == Kind.GATE || rule.kind() == Kind.WEIGHT,
                decision.groups().stream().map(DecisionModel.Group::id).toList().indexOf(rule.group()),
                new Unknown(rule.id() + " is undecided"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether a finding raises a question that a role may ask. */
    interface Asking {
        boolean asks(RuleResult result);
    }

    /** The subject with its findings, and its groups with theirs. */
    Entity found(Entity subject, List<RuleResult> results, Asking asking) {
        Entity found = new Entity(types.standing(), subject, 0);
        List<Entity> findings = new ArrayList<>(results.size());
        List<Entity> groups = new ArrayList<>(blankGroups.size());
        List<List<Entity>> ofGroups = new ArrayList<>(blankGroups.size());
        for (Entity blank : blankGroups) {
            Entity group = new Entity(blank, found, groups.size());
            List<Entity> own = new ArrayList<>();
            group.setElements(types.groupFinding(), own);
            groups.add(group);
            ofGroups.add(own);
        }
        int next = 0;
        for (RuleResult result : results) {
            // Both lists are in order of id; rules not in force gave no result.
            while (blanks.get(next).rule != result.rule()) {
                next++;
            }
            Blank blank = blanks.get(next);
            Entity finding = finding(blank, found, result, findings.size(), asking);
            findings.add(finding);
            if (blank.group >= 0) {
                ofGroups.get(blank.group).add(finding);
            }
        }
        found.setElements(types.finding(), findings);
        found.setElements(types.group(), groups);
        return found;
    }

    private Entity finding(Blank blank, Entity found, RuleResult result, int index, Asking asking) {
        Entity finding = new Entity(blank.like, found, index);
        Status came = result.status();
        finding.set(status, came.name());
        finding.set(
                notMet,
                blank.judged && result.maybeNotMet()
                        ? blank.undecided
                        : (Object) (blank.judged && came == Status.NOT_MET));
        finding.set(met, came == Status.UNKNOWN ? blank.undecided : (Object) (came == Status.MET));
        finding.set(
                concluded,
                result.concluded() == Truth.UNKNOWN ? blank.undecided : (Object) (result.concluded() == Truth.TRUE));
        finding.set(asks, came == Status.UNKNOWN && asking.asks(result));
        return finding;
    }

    /** The groups of a subject. */
    List<Entity> groups(Entity found) {
        List<Entity> groups = found.elements(types.group());
        return groups == null ? List.of() : groups;
    }

    void setStatus(Entity group, Object code) {
        group.set(groupStatus, code);
    }

    void setOutcome(Entity found, Object code) {
        found.set(outcome, code);
    }
}
