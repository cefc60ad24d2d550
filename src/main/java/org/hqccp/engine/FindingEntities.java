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
    private final DecisionModel decision;
    private final int rule;
    private final int group;
    private final int kind;
    private final int mandatory;
    private final int status;
    private final int notMet;
    private final int met;
    private final int code;
    private final int concluded;
    private final int ifNotMet;
    private final int asks;
    private final int groupId;
    private final int principle;

    FindingEntities(DecisionModel decision) {
        this.decision = decision;
        this.types = decision.ownTypes();
        EntityType finding = types.finding();
        this.rule = slot(finding, "rule");
        this.group = slot(finding, "group");
        this.kind = slot(finding, "kind");
        this.mandatory = slot(finding, "mandatory");
        this.status = slot(finding, "status");
        this.notMet = slot(finding, "notMet");
        this.met = slot(finding, "met");
        this.code = slot(finding, "code");
        this.concluded = slot(finding, "concluded");
        this.ifNotMet = slot(finding, "ifNotMet");
        this.asks = slot(finding, "asks");
        this.groupId = slot(types.group(), "id");
        this.principle = slot(types.group(), "principle");
    }

    private static int slot(EntityType type, String name) {
        Fact fact = type.fact(name);
        return Objects.requireNonNull(fact).slot();
    }

    /** The subject with its findings, and its groups with theirs. */
    Entity found(Entity subject, List<RuleResult> results, Asking asking) {
        Entity found = new Entity(types.standing(), subject, 0);
        List<Entity> findings = new ArrayList<>(results.size());
        List<Entity> groups = new ArrayList<>();
        for (RuleResult result : results) {
            findings.add(finding(found, result, findings.size(), asking));
        }
        found.setElements(types.finding(), findings);
        for (DecisionModel.Group each : decision.groups()) {
            Entity entity = new Entity(types.group(), found, groups.size());
            entity.set(groupId, each.id());
            entity.set(principle, each.principle());
            List<Entity> own = new ArrayList<>();
            for (int i = 0; i < findings.size(); i++) {
                if (results.get(i).rule().group().equals(each.id())) {
                    own.add(findings.get(i));
                }
            }
            entity.setElements(types.groupFinding(), own);
            groups.add(entity);
        }
        found.setElements(types.group(), groups);
        return found;
    }

    /** Whether a finding raises a question that a role may ask. */
    interface Asking {
        boolean asks(RuleResult result);
    }

    private Entity finding(Entity found, RuleResult result, int index, Asking asking) {
        Rule from = result.rule();
        Entity entity = new Entity(types.finding(), found, index);
        boolean judged = from.kind() == Kind.CRITERION || from.kind() == Kind.GATE || from.kind() == Kind.WEIGHT;
        entity.set(rule, from.id());
        entity.set(group, from.group());
        entity.set(kind, from.findingKind());
        entity.set(mandatory, from.isMandatory());
        entity.set(status, result.status().name());
        entity.set(
                notMet,
                judged && result.maybeNotMet()
                        ? new Unknown(from.id() + " is undecided")
                        : (Object) (judged && result.status() == Status.NOT_MET));
        entity.set(
                met,
                result.status() == Status.UNKNOWN
                        ? new Unknown(from.id() + " is undecided")
                        : (Object) (result.status() == Status.MET));
        entity.set(code, orEmpty(from.conclusion().code()));
        entity.set(
                concluded,
                result.concluded() == Truth.UNKNOWN
                        ? new Unknown(from.id() + " is undecided")
                        : (Object) (result.concluded() == Truth.TRUE));
        entity.set(ifNotMet, orEmpty(from.ifNotMet()));
        entity.set(asks, result.status() == Status.UNKNOWN && asking.asks(result));
        return entity;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    int groupStatusSlot() {
        return slot(types.group(), "status");
    }

    int outcomeSlot() {
        return slot(types.standing(), "outcome");
    }
}
