package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.decision.Status;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.ModelProgram;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * One decision under both rule sets. Under the new one only the rules that differ are worked out first; where each comes to what it came to
 * before, nothing that rests on them can differ, and the old result stands for both.
 */
final class DecisionPair {
    static final String INDETERMINATE = "INDETERMINATE";

    private final String name;
    private final ModelProgram before;
    private final ModelProgram after;
    private final boolean same;
    private final boolean wholly;
    private final List<Rule> changedBefore = new ArrayList<>();
    private final List<Rule> changedAfter = new ArrayList<>();
    private final Set<String> changed = new TreeSet<>();

    DecisionPair(String name, RuleSet before, RuleSet after, RuleSetChange change) {
        this.name = name;
        this.before = program(name, before);
        this.after = program(name, after);
        boolean rollUps = change.outcomesOf().contains(name);
        for (RuleChange rule : change.rules()) {
            Rule old = before.rules().get(rule.id());
            Rule young = after.rules().get(rule.id());
            boolean here = old != null && before.rulesOf(name).contains(old)
                    || young != null && after.rulesOf(name).contains(young);
            if (!rule.decides() || !here) {
                continue;
            }
            changed.add(rule.id());
            boolean alike = old != null
                    && young != null
                    && old.decision().equals(young.decision())
                    && old.group().equals(young.group())
                    && old.conclusion().equals(young.conclusion())
                    && Objects.equals(old.ifNotMet(), young.ifNotMet())
                    && old.isMandatory() == young.isMandatory()
                    && old.kind() == young.kind()
                    && old.stage() == Stage.FINDINGS
                    && young.stage() == Stage.FINDINGS;
            if (alike) {
                changedBefore.add(old);
                changedAfter.add(young);
            } else {
                rollUps = true;
            }
        }
        this.wholly = rollUps;
        this.same = changed.isEmpty() && !rollUps;
    }

    private static ModelProgram program(String name, RuleSet ruleSet) {
        DecisionModel decision = Objects.requireNonNull(ruleSet.decisions().get(name));
        return ModelProgram.of(decision, ruleSet.rulesOf(name), ruleSet.dictionary(), ruleSet.derived());
    }

    String name() {
        return name;
    }

    /** A subject under both. */
    record Both(Standing before, Standing after) {
        boolean isSame() {
            return before == after;
        }
    }

    /** Every subject of a case under both rule sets; the same standing twice where nothing differs. */
    List<Both> subjects(Entity oldRoot, Entity newRoot) {
        Evaluation old = before.evaluate(oldRoot);
        List<Standing> standings = old.standings();
        if (standings == null) {
            return List.of();
        }
        List<Both> both = new ArrayList<>(standings.size());
        if (same || !wholly && nothingDiffers(standings, newRoot)) {
            standings.forEach(s -> both.add(new Both(s, s)));
            return both;
        }
        List<Standing> young = after.evaluate(newRoot).standings();
        for (int i = 0; young != null && i < Math.min(young.size(), standings.size()); i++) {
            both.add(new Both(standings.get(i), young.get(i)));
        }
        return both;
    }

    private boolean nothingDiffers(List<Standing> standings, Entity newRoot) {
        List<Entity> subjects = after.subjects(newRoot);
        if (subjects == null || subjects.size() != standings.size()) {
            return false;
        }
        for (int i = 0; i < standings.size(); i++) {
            Entity oldSubject = standings.get(i).subject();
            for (int r = 0; r < changedAfter.size(); r++) {
                RuleResult old = before.judge(changedBefore.get(r), oldSubject);
                RuleResult young = after.judge(changedAfter.get(r), subjects.get(i));
                if (!alike(old, young)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean alike(@Nullable RuleResult old, @Nullable RuleResult young) {
        if (old == null || young == null) {
            return old == young;
        }
        // What is undecided may be so for want of something else, which can be asked of someone else.
        return old.status() == young.status()
                && old.status() != Status.UNKNOWN
                && old.concluded() == young.concluded()
                && old.maybeNotMet() == young.maybeNotMet();
    }

    /** Whether a rule could come to something else. */
    boolean mayDiffer(Rule rule) {
        return rule.stage() != Stage.FINDINGS || changed.contains(rule.id());
    }

    static String outcome(Standing standing) {
        String code = standing.outcome().code();
        return code == null ? INDETERMINATE : code;
    }

    static boolean raises(Standing standing, Set<String> flags) {
        for (RuleResult result : standing.results()) {
            if (result.status() == Status.MET
                    && result.rule().conclusion().verb() == Verb.FLAG
                    && flags.contains(String.valueOf(result.rule().conclusion().code()))) {
                return true;
            }
        }
        return false;
    }

    /** The school a subject belongs to: its own, else the student's, else the case's. */
    static String school(Entity subject) {
        String own = text(subject, "school");
        if (!own.isEmpty()) {
            return own;
        }
        Entity root = subject.root();
        for (var child : root.type().children()) {
            if (!child.isList()) {
                String known = text(root.single(child), child.name().equals("school") ? "name" : "school");
                if (!known.isEmpty()) {
                    return known;
                }
            }
        }
        return "";
    }

    private static String text(Entity entity, String name) {
        Fact fact = entity.type().fact(name);
        return fact != null && !fact.derived() && entity.get(fact.slot()) instanceof String text ? text : "";
    }
}
