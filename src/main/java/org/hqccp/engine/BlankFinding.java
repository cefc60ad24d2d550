package org.hqccp.engine;

import static org.hqccp.engine.FindingEntities.set;
import static org.hqccp.engine.FindingEntities.slot;

import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Kind;
import org.jspecify.annotations.Nullable;

/** What is the same in all findings of one rule; where its status is decided, that is everything but the place. */
final class BlankFinding {
    private final Rule rule;
    private final int group;
    private final boolean judged;
    private final Unknown undecided;
    private final int status;
    private final int notMet;
    private final int met;
    private final int concluded;
    private final int asks;
    private final Entity blank;
    private final @Nullable Entity[] decided = new Entity[Status.values().length];

    BlankFinding(Rule rule, DecisionModel decision) {
        this.rule = rule;
        this.group =
                decision.groups().stream().map(DecisionModel.Group::id).toList().indexOf(rule.group());
        this.judged = rule.kind() == Kind.CRITERION || rule.kind() == Kind.GATE || rule.kind() == Kind.WEIGHT;
        this.undecided = new Unknown(rule.id() + " is undecided");
        EntityType type = decision.ownTypes().finding();
        this.status = slot(type, "status");
        this.notMet = slot(type, "notMet");
        this.met = slot(type, "met");
        this.concluded = slot(type, "concluded");
        this.asks = slot(type, "asks");
        this.blank = new Entity(type, null, 0);
        fill(blank);
        for (Status came : Status.values()) {
            Entity finding = new Entity(type, null, 0);
            fill(finding);
            finding.set(status, came.name());
            finding.set(notMet, judged && came == Status.NOT_MET);
            finding.set(met, came == Status.MET);
            finding.set(concluded, came == Status.MET || came == Status.REPORTED);
            finding.set(asks, false);
            decided[came.ordinal()] = came == Status.UNKNOWN ? null : finding;
        }
    }

    private void fill(Entity finding) {
        set(finding, "rule", rule.id());
        set(finding, "group", rule.group());
        set(finding, "kind", rule.findingKind());
        set(finding, "mandatory", rule.isMandatory());
        set(finding, "code", orEmpty(rule.conclusion().code()));
        set(finding, "ifNotMet", orEmpty(rule.ifNotMet()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Rule rule() {
        return rule;
    }

    /** The place of its group; -1 where it has none. */
    int group() {
        return group;
    }

    /** A finding with the facts of all that came to a status; none for UNKNOWN, which leaves open what is asked and concluded. */
    @Nullable
    Entity like(Status came) {
        return decided[came.ordinal()];
    }

    /** What the rule found about one subject. */
    Entity finding(RuleResult result, Entity found, int index, FindingEntities.Asking asking) {
        Status came = result.status();
        Entity like = like(came);
        if (like != null) {
            return new Entity(like, found, index);
        }
        Entity finding = new Entity(blank, found, index);
        finding.set(status, came.name());
        finding.set(notMet, judged && result.maybeNotMet() ? undecided : (Object) false);
        finding.set(met, undecided);
        finding.set(
                concluded,
                result.concluded() == Truth.UNKNOWN ? undecided : (Object) (result.concluded() == Truth.TRUE));
        finding.set(asks, asking.asks(result));
        return finding;
    }
}
