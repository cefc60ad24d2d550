package org.hqccp.testcase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.Missing;
import org.hqccp.engine.RuleJudge;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.jspecify.annotations.Nullable;

/** Asks what one rule comes to, again and again: by itself where it reads only facts, with its whole decision where it reads findings. */
final class Asking {
    private final Rule rule;
    private final DecisionProgram program;
    private final RuleJudge judge;
    private final boolean alone;

    /**
     * @param rule the rule
     * @param alone a program that holds no more than this rule needs
     * @param whole the whole decision
     */
    Asking(Rule rule, Supplier<DecisionProgram> alone, Supplier<DecisionProgram> whole) {
        this.rule = rule;
        this.alone = rule.stage() == Stage.FINDINGS;
        this.program = this.alone ? alone.get() : whole.get();
        this.judge = program.judge(rule);
    }

    Rule rule() {
        return rule;
    }

    /** By itself it is quick to ask. */
    boolean isQuick() {
        return alone;
    }

    /**
     * What it comes to in a case.
     *
     * @param of the subject or group meant; none for all of them
     * @param withMissing whether to look for the facts that are missing
     * @return none where it comes to one thing for one subject and to another for another
     */
    @Nullable
    Answer of(Entity root, @Nullable String of, boolean withMissing) {
        if (!alone) {
            return rolledUp(root, of);
        }
        Set<Answer> answers = new LinkedHashSet<>();
        for (Entity subject : subjects(root)) {
            RuleResult result = of == null || of.equals(subject.id()) ? judge.of(subject) : null;
            if (result != null) {
                answers.add(answer(result, null, withMissing));
            }
        }
        return only(answers);
    }

    private static @Nullable Answer only(Set<Answer> answers) {
        return answers.isEmpty()
                ? new Answer(Expectation.NO_FINDING, List.of())
                : answers.size() == 1 ? answers.iterator().next() : null;
    }

    private Answer answer(RuleResult result, @Nullable Standing standing, boolean withMissing) {
        List<String> missing = withMissing
                ? program.missing().found(result, standing).facts().stream()
                        .map(Missing.MissingFact::path)
                        .toList()
                : List.of();
        return new Answer(result.status().name(), missing);
    }

    private List<Entity> subjects(Entity root) {
        EntityType type = program.decision().subject();
        List<Entity> listed = type.isList() ? root.elements(type) : List.of(root.single(type));
        return listed == null ? List.of() : listed;
    }

    private @Nullable Answer rolledUp(Entity root, @Nullable String of) {
        Evaluation evaluation = program.evaluate(root);
        Set<Answer> answers = new LinkedHashSet<>();
        List<Standing> standings = evaluation.standings();
        for (Standing standing : standings == null ? List.<Standing>of() : standings) {
            for (RuleResult result : standing.results()) {
                if (result.rule().id().equals(rule.id())
                        && (of == null || of.equals(standing.subject().id()))) {
                    answers.add(answer(result, standing, true));
                }
            }
        }
        for (Sighting seen : RollUps.sightings(List.of(rule), program, evaluation)) {
            if (of == null || of.equals(seen.subject())) {
                answers.add(new Answer(seen.status().name(), seen.missing()));
            }
        }
        return only(answers);
    }

    /** Decisions by name, for whoever asks. */
    static DecisionProgram whole(Map<String, DecisionProgram> programs, Rule rule) {
        return Objects.requireNonNull(programs.get(rule.decision()));
    }
}
