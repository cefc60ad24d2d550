package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.RollUpTypes;

/** Shows findings and groups to the roll-up rules as things with facts. */
final class FindingEntities {
    private final RollUpTypes types;
    private final BlankFinding[] blanks;
    private final List<Entity> blankGroups = new ArrayList<>();
    private final int groupStatus;
    private final int outcome;

    FindingEntities(DecisionModel decision, ReadyRule[] rules) {
        this.types = decision.ownTypes();
        this.groupStatus = slot(types.group(), "status");
        this.outcome = slot(types.standing(), "outcome");
        for (DecisionModel.Group each : decision.groups()) {
            Entity group = new Entity(types.group(), null, 0);
            set(group, "id", each.id());
            set(group, "principle", each.principle());
            setStatus(group, decision.statuses().contains("UNKNOWN") ? "UNKNOWN" : new Unknown("undecided"));
            blankGroups.add(group);
        }
        this.blanks =
                Stream.of(rules).map(r -> new BlankFinding(r.rule(), decision)).toArray(BlankFinding[]::new);
    }

    static int slot(EntityType type, String name) {
        Fact fact = type.fact(name);
        return Objects.requireNonNull(fact).slot();
    }

    static void set(Entity entity, String name, Object value) {
        entity.set(slot(entity.type(), name), value);
    }

    /** Whether a finding raises a question that a role may ask. */
    interface Asking {
        boolean asks(RuleResult result);
    }

    /** The subject with its findings, and its groups with theirs. */
    Entity found(Entity subject, List<RuleResult> results, Asking asking) {
        Entity found = new Entity(types.standing(), subject, 0);
        Findings.All findings = new Findings.All(blanks, found, results, asking);
        found.setElements(types.finding(), findings);
        List<Entity> groups = new ArrayList<>(blankGroups.size());
        for (Entity blank : blankGroups) {
            Entity group = new Entity(blank, found, groups.size());
            group.setElements(types.groupFinding(), new Findings.OfGroup(findings, groups.size()));
            groups.add(group);
        }
        found.setElements(types.group(), groups);
        return found;
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
