package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Trips;
import org.hqccp.ruleset.RuleSet;
import org.junit.jupiter.api.Test;

/**
 * The two evaluators share one reading of the rule files, so a misreading would escape both. Here the conditions of staff run as they stand
 * on plain Drools, on cases in which everything is known: there the two must say the same.
 */
class RawFuzzTest {
    private static final int CASES = Integer.getInteger("hqccp.fuzz.cases", 10_000) / 5;
    private static final long SEED = Long.getLong("hqccp.fuzz.seed", 20_260_302L);
    private static final int CASES_OF_A_RULE_SET = 500;
    private static final int RULES = 30;

    @Test
    void conditionsMeanWhatDroolsReadsInThem() throws ReflectiveOperationException {
        System.out.printf("raw fuzz: seed %d, %d cases (-Dhqccp.fuzz.seed, -Dhqccp.fuzz.cases)%n", SEED, CASES);
        int left = CASES;
        int fired = 0;
        int asked = 0;
        for (long seed = SEED; left > 0; seed++) {
            Map<String, List<String>> marked = conditions(seed);
            RuleSet ruleSet = Trips.read(files(marked));
            DecisionProgram program = new DecisionProgram(
                    ruleSet.decisions().get(Trips.DECISION),
                    ruleSet.rulesOf(Trips.DECISION),
                    ruleSet.dictionary(),
                    ruleSet.derived());
            RawRules raw = new RawRules(ruleSet.dictionary(), spelled(marked, RawRules::spelled));
            RandomCases cases = new RandomCases(ruleSet.dictionary(), new Dice(seed));
            for (int i = Math.min(left, CASES_OF_A_RULE_SET); i > 0; i--) {
                Entity root = cases.next(100);
                // Where no period of a parameter holds, plain DRL has nothing to bind.
                root.set(
                        root.type().fact("asOf").slot(),
                        LocalDate.parse(i % 3 == 0 ? "2018-05-01" : i % 3 == 1 ? "2024-05-01" : "2027-05-01"));
                Set<String> byDrools = raw.fired(root, parameters(root));
                Set<String> byModel = holding(ruleSet, program, root, marked.keySet());
                fired += byDrools.size();
                asked += marked.size()
                        * root.elements(program.decision().subject()).size();
                if (!byModel.equals(byDrools)) {
                    assertThat(byModel)
                            .as(
                                    "-Dhqccp.fuzz.seed=%d%n%s%n%s",
                                    seed, texts(ruleSet, byModel, byDrools), RandomCases.words(root))
                            .isEqualTo(byDrools);
                }
            }
            left -= CASES_OF_A_RULE_SET;
        }

        // Rules that never hold, or always, would show nothing.
        assertThat(100 * fired / asked).isBetween(20, 80);
    }

    /** Random conditions with their fixed values marked, so that they can be spelled for staff and for Drools. */
    private static Map<String, List<String>> conditions(long seed) {
        Dice dice = new Dice(seed);
        RandomConditions conditions = new RandomConditions(dice);
        conditions.values().onlyWhatDroolsReads();
        conditions.spell((type, value) -> RandomConditions.MARK + type.name() + " " + value + "\u27e7");
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (int i = 0; i < RULES; i++) {
            rules.put(
                    "FX-%02d".formatted(i),
                    new RandomPatterns(dice, new Catalog(false, false), conditions, 160, 3)
                            .when("trip", false, "nothing"));
        }
        return rules;
    }

    private static Map<String, List<String>> spelled(
            Map<String, List<String>> marked, RandomConditions.Spelling spelling) {
        Map<String, List<String>> spelled = new LinkedHashMap<>();
        marked.forEach((id, lines) -> spelled.put(
                id, lines.stream().map(line -> spelled(line, spelling)).toList()));
        return spelled;
    }

    private static String spelled(String marked, RandomConditions.Spelling spelling) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = marked.indexOf(RandomConditions.MARK);
                open >= 0;
                open = marked.indexOf(RandomConditions.MARK, at)) {
            int close = marked.indexOf('\u27e7', open);
            String[] fixed = marked.substring(open + 1, close).split(" ", 2);
            text.append(marked, at, open).append(spelling.of(FactType.valueOf(fixed[0]), fixed[1]));
            at = close + 1;
        }
        return text.append(marked.substring(at)).toString();
    }

    private static SortedMap<String, String> files(Map<String, List<String>> marked) {
        SortedMap<String, String> files = Trips.files();
        spelled(marked, RandomConditions.STAFF)
                .forEach((id, lines) ->
                        files.put(Trips.file(id), Trips.criterion(id, "", lines.toArray(String[]::new))));
        return files;
    }

    private static Map<String, BigDecimal> parameters(Entity root) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (Parameter parameter : new Catalog(false, false).parameters()) {
            Parameter.Period period = parameter.on((LocalDate) root.get("asOf"));
            if (period != null && (period.value() instanceof Long || period.value() instanceof BigDecimal)) {
                values.put(parameter.name(), Numbers.decimal(period.value()));
            }
        }
        return values;
    }

    private static Set<String> holding(RuleSet ruleSet, DecisionProgram program, Entity root, Set<String> rules) {
        Set<String> holding = new TreeSet<>();
        for (String id : rules) {
            Rule rule = ruleSet.rules().get(id);
            for (Entity trip : root.elements(rule.subject())) {
                if (program.holds(rule.test(), trip, null) == Truth.TRUE) {
                    holding.add(id + " " + trip.id());
                }
            }
        }
        return holding;
    }

    private static String texts(RuleSet ruleSet, Set<String> byModel, Set<String> byDrools) {
        List<String> texts = new ArrayList<>();
        for (String each : new TreeSet<>(byModel)) {
            if (!byDrools.contains(each)) {
                texts.add(each + ": the model only\n"
                        + ruleSet.rules().get(each.substring(0, 5)).text());
            }
        }
        for (String each : byDrools) {
            if (!byModel.contains(each)) {
                texts.add(each + ": Drools only\n"
                        + ruleSet.rules().get(each.substring(0, 5)).text());
            }
        }
        return String.join("\n", texts);
    }
}
