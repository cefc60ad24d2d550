package org.hqccp.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** Rules that look through a list inside a list are looked at like others: guests, and the bags of each. */
class ListsInListsTest {
    private static final String RULE = "event-permit/safety/EV-01-seats.drl";
    private static final List<String> SIGNS = List.of("<", "<=", "==", "!=", ">=", ">");
    /** More guests and bags than any condition speaks of. */
    private static final int MOST = 4;

    private static RuleSet with(String condition) throws Exception {
        SortedMap<String, String> files = RuleFolder.read(SmallPolicy.RULES, new ArrayList<>());
        files.merge("facts/event.yaml", """
                  laden: {label: number of guests with bags, type: whole-number, is: 'count( guests, bagCount >= 1 )'}
                  bags: {label: number of bags, type: whole-number, is: 'sum( guests, bagCount )'}
                """, String::concat);
        files.merge(
                "facts/guest.yaml",
                "  bagCount: {label: number of heavy bags, type: whole-number, is: 'count( bags, heavy == true )'}\n",
                String::concat);
        files.put("facts/bag.yaml", """
                entity: bag
                label: bag
                list: bags
                of: guest
                facts:
                  heavy: {label: heavy, type: yes-no, class: GREEN, question: 'Is it?', ask: hall keeper, change: school}
                """);
        files.put(
                RULE,
                "rule \"EV-01 Some condition holds\"\n  @source( \"DESIGN\" )\n  @from( \"2020-01-01\" )\nwhen\n"
                        + "  $event : Event( " + condition + " )\nthen\n  met( $event );\nend\n");
        List<Problem> problems = new ArrayList<>();
        RuleSet read = RuleSetReader.read(files, problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(read);
    }

    private static boolean holds(int number, String sign, int with) {
        return switch (sign) {
            case "<" -> number < with;
            case "<=" -> number <= with;
            case "==" -> number == with;
            case "!=" -> number != with;
            case ">=" -> number >= with;
            default -> number > with;
        };
    }

    @Test
    void neverAndAlwaysAreSeenAsTryingEveryCaseSeesThem() throws Exception {
        long seed = 20_261_129;
        System.out.println("ListsInListsTest seed " + seed);
        Random random = new Random(seed);
        TreeSet<String> kinds = new TreeSet<>();
        for (int i = 0; i < 30; i++) {
            String one = SIGNS.get(random.nextInt(SIGNS.size()));
            String other = SIGNS.get(random.nextInt(SIGNS.size()));
            boolean both = random.nextBoolean();
            int laden = random.nextInt(3);
            int bags = random.nextInt(3);
            String condition = "laden " + one + " " + laden + (both ? " && " : " || ") + "bags " + other + " " + bags;

            String expected = expected(one, laden, other, bags, both);

            assertThat(Verification.of(with(condition)).stream()
                            .filter(w -> w.about().equals("EV-01"))
                            .map(w -> w.kind().word()))
                    .as(condition)
                    .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
            kinds.add(expected);
        }
        assertThat(kinds).containsExactly("", "always", "never");
    }

    /** Guests with bags, and all bags: none, or at least one for each of them. */
    private static String expected(String one, int laden, String other, int bags, boolean both) {
        boolean some = false;
        boolean all = true;
        for (int guests = 0; guests <= MOST; guests++) {
            for (int held = guests; held <= guests * MOST; held++) {
                boolean a = holds(guests, one, laden);
                boolean b = holds(held, other, bags);
                boolean holds = both ? a && b : a || b;
                some |= holds;
                all &= holds;
            }
        }
        return some ? all ? "always" : "" : "never";
    }

    /** Else a warning about such a rule could never come up. */
    @Test
    void noRealRuleIsLeftOut() throws Exception {
        RuleSet rules = Objects.requireNonNull(
                RuleSetReader.read(RuleFolder.read(Path.of("rules"), new ArrayList<>()), new ArrayList<>()));
        List<String> blind = new ArrayList<>();
        rules.decisions().values().stream()
                .filter(decision -> decision.includes().isEmpty())
                .forEach(decision -> {
                    Trying trying = new Trying(decision, rules);
                    trying.rules().stream()
                            .filter(rule -> trying.space(rule).isBlind())
                            .map(Rule::id)
                            .forEach(blind::add);
                });

        assertThat(blind).isEmpty();
    }
}
