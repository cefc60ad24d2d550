package org.hqccp.engine;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Trips;
import org.hqccp.ruleset.RuleSet;

/** One random rule set, and what is asked of it for each random case. */
final class FuzzRun {
    private final boolean growing;
    private final SortedMap<String, String> files;
    private final RuleSet ruleSet;
    private final DecisionProgram program;
    private final Map<EntityType, Map<Integer, Expr>> expressions;
    private final List<DerivedFact> derived;
    private final Dice dice;
    private final RandomCases cases;
    private final Growth growth;
    private String disagreement = "";

    FuzzRun(long seed) {
        this.growing = seed % 2 == 0;
        this.files = RandomPolicy.files(seed, growing);
        this.ruleSet = Trips.read(files);
        this.program = new DecisionProgram(
                ruleSet.decisions().get(Trips.DECISION),
                ruleSet.rulesOf(Trips.DECISION),
                ruleSet.dictionary(),
                ruleSet.derived(),
                new Watch() {
                    @Override
                    public void disagree(RuleResult model, Status drools) {
                        disagreement =
                                model.rule().id() + " of " + model.subject().id() + ": the model came to "
                                        + model.status() + ", Drools to " + drools;
                    }
                });
        this.expressions = PlainReading.index(ruleSet.derived());
        this.derived = ruleSet.derived();
        this.growth = new Growth(program, derived);
        this.dice = new Dice(seed);
        this.cases = new RandomCases(ruleSet.dictionary(), dice);
    }

    /** Decides one random case, and every other one also completed; gives what is wrong, none if nothing is. */
    String next(FuzzCoverage coverage) {
        Entity some = cases.next(dice.pick(List.of(30, 60, 85, 95)));
        Judged before = judged(some.copy(), coverage, dice.chance(10));
        if (before.wrong() != null) {
            return shrunk(some);
        }
        if (dice.chance(50)) {
            return null;
        }
        Entity all = cases.complete(some);
        Judged after = judged(all.copy(), coverage, false);
        if (after.wrong() != null) {
            return shrunk(all);
        }
        return growing && growth.changed(before, after) != null ? shrunk(some, all) : null;
    }

    private String shrunk(Entity failing) {
        FuzzCoverage ignored = new FuzzCoverage();
        Entity least = Shrinking.of(failing, e -> judged(e, ignored, false).wrong() != null);
        return told(judged(least.copy(), ignored, false).wrong(), least, null);
    }

    private String shrunk(Entity some, Entity all) {
        FuzzCoverage ignored = new FuzzCoverage();
        Judged after = judged(all.copy(), ignored, false);
        Entity least = Shrinking.of(some, e -> growth.changed(judged(e, ignored, false), after) != null);
        Judged before = judged(least.copy(), ignored, false);
        List<String> known = RandomCases.words(least).lines().toList();
        Entity more = Shrinking.of(
                all,
                e -> growth.changed(before, judged(e, ignored, false)) != null
                        && RandomCases.words(e).lines().toList().containsAll(known));
        return told(growth.changed(before, judged(more.copy(), ignored, false)), least, more);
    }

    /**
     * A case that was decided.
     *
     * @param wrong what is wrong; none if nothing is
     * @param standings what was found
     */
    record Judged(Entity root, String wrong, List<Standing> standings) {}

    /** Whether the evaluators agree, and whatever the plain reading can tell is what they came to. */
    private Judged judged(Entity root, FuzzCoverage coverage, boolean note) {
        List<Standing> standings;
        try {
            standings = program.evaluate(root).standings();
        } catch (Defect e) {
            String where = Arrays.stream(e.getStackTrace())
                    .limit(4)
                    .map(String::valueOf)
                    .collect(joining("\n  "));
            return new Judged(root, e.getMessage() + "\n  " + disagreement + "\n  " + where, List.of());
        }
        PlainReading plain = new PlainReading(expressions);
        for (Standing standing : standings) {
            for (RuleResult result : standing.results()) {
                coverage.note(result);
                if (note) {
                    coverage.note(result.rule(), result.subject(), program);
                }
                Status told = plain.status(result.rule(), result.subject());
                if (told != null && told != result.status()) {
                    String wrong =
                            result.rule().id() + " of " + result.subject().id() + ": both evaluators came to "
                                    + result.status() + ", the plain reading to " + told;
                    return new Judged(root, wrong, standings);
                }
            }
            String wrong = rollUps(standing, plain, coverage);
            if (wrong != null) {
                return new Judged(root, wrong, standings);
            }
        }
        if (note) {
            for (DerivedFact fact : derived) {
                Growth.owners(root, fact.owner()).forEach(owner -> coverage.note(fact.is(), owner, null, program));
            }
        }
        return new Judged(root, values(root, plain), standings);
    }

    private String rollUps(Standing standing, PlainReading plain, FuzzCoverage coverage) {
        EntityType group = program.decision().ownTypes().group();
        for (Rule rule : ruleSet.rulesOf(Trips.DECISION)) {
            List<Entity> subjects = switch (rule.stage()) {
                case GROUPS -> standing.found().elements(group);
                case OUTCOMES -> List.of(standing.found());
                default -> List.of();
            };
            for (Entity subject : subjects) {
                Truth truth = program.holds(rule.test(), subject, null);
                Object told = plain.of(rule.test(), subject, null);
                coverage.note(new RuleResult(
                        rule,
                        subject,
                        truth == Truth.TRUE ? Status.MET : truth == Truth.FALSE ? Status.NOT_MET : Status.UNKNOWN,
                        Truth.TRUE,
                        true,
                        truth,
                        false));
                if (told != null && Truth.of((Boolean) told) != truth) {
                    return rule.id() + ": the model came to " + truth + ", the plain reading to " + told;
                }
            }
        }
        return null;
    }

    /** Whether derived facts are what the plain reading tells. */
    private String values(Entity root, PlainReading plain) {
        for (DerivedFact fact : derived) {
            for (Entity owner : Growth.owners(root, fact.owner())) {
                Object value = program.value(owner, fact.fact().slot());
                Object told = plain.of(fact.is(), owner, null);
                if (told != null && !isSame(told, value)) {
                    return owner.path() + "." + fact.fact().name() + ": the model came to " + value
                            + ", the plain reading to " + told;
                }
            }
        }
        return null;
    }

    private static boolean isSame(Object told, Object value) {
        return told instanceof BigDecimal number
                ? !(value instanceof Unknown) && number.compareTo(Numbers.decimal(value)) == 0
                : told.equals(value);
    }

    private String told(String wrong, Entity least, Entity more) {
        String named = wrong.replaceFirst("(?s).*?\\b([A-Z]{2}-[0-9]{2}).*", "$1");
        StringBuilder rules = new StringBuilder();
        List<String> declared = new ArrayList<>();
        files.forEach((file, text) -> {
            if (file.contains("/" + named + "-") || (named.startsWith("outcome") && text.contains("outcome( "))) {
                rules.append(text);
            }
            text.lines()
                    .filter(line -> line.contains(" is: "))
                    .map(String::strip)
                    .forEach(declared::add);
        });
        String told = wrong + "\n" + rules;
        for (boolean again = true; again; ) {
            again = false;
            for (String line : List.copyOf(declared)) {
                if (told.matches("(?s).*\\b" + line.substring(0, line.indexOf(':')) + "\\b.*")) {
                    told += line + "\n";
                    declared.remove(line);
                    again = true;
                }
            }
        }
        return told + "The case, made as small as it can be:\n" + RandomCases.words(least)
                + (more == null ? "" : "The same with more known:\n" + RandomCases.words(more));
    }
}
