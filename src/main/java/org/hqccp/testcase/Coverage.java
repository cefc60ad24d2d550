package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * What the cases exercise. Only a case that passes counts, and only for what it states: a rule's status for that rule, and the conditions
 * the status turned on. A case that merely happens to run a rule shows nothing of it.
 */
public final class Coverage {
    private final Reads reads;
    private final Map<String, RuleCoverage> rules = new LinkedHashMap<>();
    private final Map<String, Deciding> facts = new LinkedHashMap<>();
    private final Map<String, Periods> parameters = new LinkedHashMap<>();
    private final Set<String> withCases = new LinkedHashSet<>();

    /**
     * What no case shows of one rule, derived fact or parameter.
     *
     * @param what the id of a rule, or {@code fact program.seatsShort}, or {@code parameter icp.sectors}
     * @param file where it stands
     * @param missing a sentence each
     */
    public record Gap(String what, String file, List<String> missing) {
        /** Whether it is about a rule, and not about a fact or parameter that rules read. */
        public boolean isOfRule() {
            return !what.contains(" ");
        }
    }

    Coverage(RuleSet ruleSet) {
        this.reads = new Reads(ruleSet);
        Possible possible = new Possible(ruleSet);
        ruleSet.rules().values().forEach(r -> rules.put(r.id(), new RuleCoverage(r, possible.statuses(r))));
        reads.derived().forEach((path, is) -> facts.put(path, new Deciding(is)));
        ruleSet.parameters().values().forEach(p -> parameters.put(p.name(), new Periods(p)));
    }

    /** Takes note that the cases of a rule were run, whatever they came to. */
    void asked(String rule) {
        withCases.add(rule);
    }

    /**
     * Takes account of one decision of a case that passed.
     *
     * @param own the rules it was decided under
     * @param ofFile the rule whose file the case stands in; none for a whole case
     */
    void add(
            DecisionProgram program,
            RuleSet own,
            Evaluation evaluation,
            @Nullable String ofFile,
            Expectation expectation) {
        rules.forEach((id, rule) -> rule.stated(expectation, id.equals(ofFile)));
        Rule rule = ofFile == null || expectation.status() == null
                ? null
                : own.rules().get(ofFile);
        RuleCoverage covered = rule == null ? null : rules.get(rule.id());
        List<Standing> standings = evaluation.standings();
        for (Standing standing : standings == null ? List.<Standing>of() : standings) {
            if (rule != null
                    && covered != null
                    && rule.decision().equals(program.decision().name())) {
                look(covered, rule, own, program, standing, expectation);
            }
        }
    }

    private void look(
            RuleCoverage covered,
            Rule rule,
            RuleSet own,
            DecisionProgram program,
            Standing standing,
            Expectation expectation) {
        LocalDate day = Days.of(rule.clock(), standing.found(), program);
        List<Entity> subjects = new ArrayList<>();
        if (rule.conclusion().verb().isRollUp()) {
            RollUps.each(List.of(rule), program, standing, (r, subject, s) -> subjects.add(subject));
        } else {
            standing.results().stream()
                    .filter(r -> r.rule().id().equals(rule.id()))
                    .map(RuleResult::subject)
                    .forEach(subjects::add);
        }
        String of = expectation.of();
        if (of == null
                || of.equals(standing.subject().id())
                || subjects.stream().anyMatch(s -> s.id().equals(of))) {
            covered.on(day, expectation);
        }
        boolean any = false;
        for (Entity subject : subjects) {
            if (of == null || of.equals(subject.id())) {
                covered.look(rule, program, subject, this::read);
                any = true;
            }
        }
        if (any) {
            looked(rule, own, program, standing);
        }
    }

    /** Looks at the derived facts the rule reads, directly and through others. */
    private void looked(Rule rule, RuleSet own, DecisionProgram program, Standing standing) {
        Reads ofCase = own == reads.ruleSet() ? reads : reads.again(own);
        for (String path : reads.of(rule.id())) {
            Deciding deciding = facts.get(path);
            if (deciding != null) {
                List<Expr> is = ofCase.derived().getOrDefault(path, List.of());
                ofCase.owners(path, standing).forEach(o -> deciding.look(is, program, o, this::read));
            }
        }
    }

    private void read(Parameter parameter, @Nullable LocalDate day) {
        Periods periods = parameters.get(parameter.name());
        if (periods != null && day != null) {
            periods.on(day);
        }
    }

    /** How many rules the cases were asked to exercise: those whose files were run. */
    public int asked() {
        return withCases.size();
    }

    /** What is not exercised: of the rules whose files were run in order of id, then of the derived facts and parameters they read. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        Set<String> read = new LinkedHashSet<>();
        Set<String> looked = new LinkedHashSet<>();
        for (RuleCoverage rule : rules.values()) {
            if (withCases.contains(rule.rule().id())) {
                add(gaps, rule.rule().id(), rule.rule().file(), rule.missing());
                read.addAll(reads.of(rule.rule().id()));
                looked.addAll(reads.parametersOf(rule.rule().id()));
            }
        }
        facts.forEach((path, deciding) -> {
            if (read.contains(path)) {
                add(gaps, "fact " + path, "facts", deciding.missing());
            }
        });
        parameters.forEach((name, periods) -> {
            if (looked.contains(name)) {
                add(gaps, "parameter " + name, "parameters.csv", periods.missing());
            }
        });
        return gaps;
    }

    private static void add(List<Gap> gaps, String what, String file, List<String> missing) {
        if (!missing.isEmpty()) {
            gaps.add(new Gap(what, file, List.copyOf(missing)));
        }
    }
}
