package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hqccp.cohort.CohortLine;
import org.hqccp.comparison.DecisionPair.Both;
import org.hqccp.decision.Status;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Plural;
import org.hqccp.facts.Unknown;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Decides cases under both rule sets and counts what differs. Shared by all threads; each counts in an {@link Impact} of its own. */
final class CaseComparison {
    private static final String NOT_THERE = "no finding";
    private static final int MOST_RULES = 4;

    private final RuleSet before;
    private final RuleSet after;
    private final List<DecisionPair> pairs;
    private final List<EquityTest> tests;
    private final Set<String> watched;

    /** @param watched facts of the student of which is counted how often they are not known */
    CaseComparison(
            RuleSet before, RuleSet after, List<DecisionPair> pairs, List<EquityTest> tests, Set<String> watched) {
        this.before = before;
        this.after = after;
        this.pairs = pairs;
        this.tests = tests;
        this.watched = watched;
    }

    void look(CaseItem item, Impact impact) {
        impact.seen();
        try {
            Entity oldRoot =
                    CaseReader.read(item.caseJson(), before.dictionary()).root();
            Entity newRoot = before == after
                    ? oldRoot
                    : CaseReader.read(item.caseJson(), after.dictionary()).root();
            CohortLine line = item.cohort();
            if (line != null) {
                impact.seen(line);
                unknowns(line, newRoot, impact);
            }
            for (DecisionPair pair : pairs) {
                if (item.decisions().isEmpty() || item.decisions().contains(pair.name())) {
                    look(item, pair, pair.subjects(oldRoot, newRoot), impact.decision(pair.name()));
                }
            }
        } catch (CaseRefused e) {
            CaseProblem first = e.problems().get(0);
            impact.refused(item.number(), (first.pointer().isEmpty() ? "" : first.pointer() + ": ") + first.message());
        }
    }

    private void unknowns(CohortLine line, Entity root, Impact impact) {
        for (EntityType type : root.type().children()) {
            if (type.isList()) {
                continue;
            }
            Entity single = root.single(type);
            for (Fact fact : type.facts()) {
                if (watched.contains(fact.path())) {
                    impact.people().fact(line, fact.path(), single.get(fact.slot()) instanceof Unknown);
                }
            }
        }
    }

    private void look(CaseItem item, DecisionPair pair, List<Both> subjects, DecisionImpact counts) {
        boolean touched = false;
        for (Both both : subjects) {
            String old = DecisionPair.outcome(both.before());
            String young = DecisionPair.outcome(both.after());
            Map<String, Way> rules = both.isSame() ? Map.of() : rules(pair, both);
            boolean flips = !old.equals(young);
            boolean differs = flips || !rules.isEmpty();
            touched |= differs;
            counts.subject(DecisionPair.school(both.before().subject()), differs);
            counts.undecided(old.equals(DecisionPair.INDETERMINATE), young.equals(DecisionPair.INDETERMINATE));
            rules.forEach(counts::rule);
            Way way = new Way(old, young);
            if (flips) {
                counts.outcome(way);
            }
            if (differs && item.name() != null) {
                counts.example(way, example(item, pair, both.after(), rules));
            }
        }
        CohortLine line = item.cohort();
        counts.aCase(line == null ? Map.of() : line.groups(), touched);
        if (line != null) {
            rates(line, pair, subjects, counts);
        }
    }

    private static Map<String, Way> rules(DecisionPair pair, Both both) {
        Map<String, String> then = new LinkedHashMap<>();
        for (RuleResult result : both.before().results()) {
            if (pair.mayDiffer(result.rule())) {
                then.put(result.rule().id(), result.status().name());
            }
        }
        Map<String, Way> differ = new TreeMap<>();
        for (RuleResult result : both.after().results()) {
            if (pair.mayDiffer(result.rule())) {
                String id = result.rule().id();
                String old = then.remove(id);
                String now = result.status().name();
                boolean silent = old == null && result.status() == Status.NOT_APPLICABLE;
                if (!now.equals(old) && !silent) {
                    differ.put(id, new Way(old == null ? NOT_THERE : old, now));
                }
            }
        }
        then.forEach((id, old) -> {
            if (!old.equals(Status.NOT_APPLICABLE.name())) {
                differ.put(id, new Way(old, NOT_THERE));
            }
        });
        return differ;
    }

    private Example example(CaseItem item, DecisionPair pair, Standing standing, Map<String, Way> rules) {
        List<String> words = new ArrayList<>();
        rules.forEach((id, way) -> {
            if (words.size() < MOST_RULES) {
                words.add(id + " was " + StatusWords.of(way.from()) + ", and is " + StatusWords.of(way.to())
                        + statement(id));
            }
        });
        if (rules.size() > MOST_RULES) {
            words.add("and " + Plural.of(rules.size() - MOST_RULES, "rule") + " more");
        }
        String subject =
                standing.subject().type().isList() ? ", " + standing.subject().path() : "";
        return new Example(item.number(), item.name() + subject + " (" + pair.name() + ")", words);
    }

    private String statement(String id) {
        var rule = after.rules().containsKey(id)
                ? after.rules().get(id)
                : before.rules().get(id);
        return rule == null ? "" : ": " + rule.statement();
    }

    private void rates(CohortLine line, DecisionPair pair, List<Both> subjects, DecisionImpact counts) {
        for (EquityTest test : tests) {
            String group = test.decision().equals(pair.name()) ? line.groups().get(test.groups()) : null;
            if (group == null) {
                continue;
            }
            boolean counted = false;
            boolean old = false;
            boolean young = false;
            for (Both both : subjects) {
                if (isMeant(test, both.before().subject())) {
                    counted = true;
                    old |= isGood(test, both.before());
                    young |= both.isSame() ? isGood(test, both.before()) : isGood(test, both.after());
                }
            }
            if (counted) {
                counts.rate(test.name(), group, old, young);
            }
        }
    }

    private static boolean isGood(EquityTest test, Standing standing) {
        return test.flags().isEmpty()
                ? test.outcomes().contains(DecisionPair.outcome(standing))
                : DecisionPair.raises(standing, test.flags());
    }

    private static boolean isMeant(EquityTest test, Entity subject) {
        for (Map.Entry<String, Set<String>> each : test.only().entrySet()) {
            Fact fact = subject.type().fact(each.getKey());
            @Nullable Object value = fact == null || fact.derived() ? null : subject.get(fact.slot());
            if (value == null || !each.getValue().contains(Meaning.value(value))) {
                return false;
            }
        }
        return true;
    }
}
