package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Option;
import org.hqccp.decision.Result;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.junit.jupiter.api.Test;

/** What can and cannot move a student's pathways (handbook G.4). */
class EligibilityInvariantsTest {
    /** What a record of attendance or discipline may touch: two weights, the tickets they add up to, and its own questions (C.4, CT-10). */
    private static final Set<String> TICKET_RULES = Set.of("CT-06", "CT-07", "CT-08");

    private static final Set<String> TICKET_FACTS = Set.of("unexcusedFullDayAbsences270", "law", "days", "grade");
    private static final String SUSPENSIONS = "suspension";

    /** INV-01. */
    @Test
    void everyStudentHasSomethingToActOn() {
        Trials.of("INV-01", 300, Policy.ELIGIBILITY, (root, random) -> {
            Decision decision = Policy.decide(Policy.ELIGIBILITY, root);

            List<Option> options = decision.next();
            assertThat(options).isNotEmpty();
            assertThat(options.get(options.size() - 1))
                    .returns("ALWAYS", Option::rank)
                    .returns("MYCAP_MEETING", Option::subject);
            assertThat(decision.results())
                    .allSatisfy(result -> assertThat(result.next()).isNotEmpty());
        });
    }

    /** INV-01, where the case does not even say which programs there are. */
    @Test
    void aCaseWithoutProgramsStillHasSomethingToActOn() {
        Trials.of("INV-01 without programs", 10, Policy.ELIGIBILITY, (root, random) -> {
            root.setElements(root.type().child("programs"), random.nextBoolean() ? null : List.of());

            assertThat(Policy.decide(Policy.ELIGIBILITY, root).next())
                    .extracting(Option::subject)
                    .containsExactly("MYCAP_MEETING");
        });
    }

    /** INV-02: whatever supports read, beside what eligibility itself may read, moves nothing; a plan's pathways are those decided alone. */
    @Test
    void supportsNeverChangeEligibility() {
        Trials.of("INV-02", 150, Policy.ELIGIBILITY, (root, random) -> {
            Decision alone = Policy.decide(Policy.ELIGIBILITY, root);
            RandomCases.places(root, f -> isGuarded(f) && !TICKET_FACTS.contains(f.name()))
                    .forEach(place -> Trials.cases().change(place, RandomCases.asOf(root), random));

            assertThat(Policy.decide(Policy.ELIGIBILITY, root)).isEqualTo(alone);
            assertThat(Policy.decide(Policy.PLAN, root).parts().get(0)).isEqualTo(alone);
        });
    }

    /** INV-04: one AMBER fact changed moves supports only, but for the tickets of a Chapter 74 lottery; no such fact moves a designation. */
    @Test
    void anAmberFactMovesSupportsOnlyAndAtMostTickets() {
        Trials.of("INV-04", 250, Policy.ELIGIBILITY, (root, random) -> {
            Decision before = Policy.decide(Policy.ELIGIBILITY, root);
            Decision designation = Policy.decide(Policy.DESIGNATION, root);
            RandomCases.Place place =
                    FactValues.pick(RandomCases.places(root, EligibilityInvariantsTest::isGuarded), random);
            boolean ticket = TICKET_FACTS.contains(place.fact().name()) || random.nextInt(5) == 0;
            if (ticket) {
                recordOfAttendanceAndDiscipline(root, random);
            } else {
                Trials.cases().change(place, RandomCases.asOf(root), random);
            }
            Decision after = Policy.decide(Policy.ELIGIBILITY, root);

            assertThat(Policy.decide(Policy.DESIGNATION, root)).isEqualTo(designation);
            if (ticket) {
                assertThat(besideTickets(after)).isEqualTo(besideTickets(before));
            } else {
                assertThat(after).isEqualTo(before);
            }
        });
    }

    private static void recordOfAttendanceAndDiscipline(Entity root, Random random) {
        Entity student = root.single(root.type().child("student"));
        EntityType suspensions = student.type().child("suspensions");
        List<Entity> given = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Entity each = new Entity(suspensions, student, given.size());
            RandomCases.given(each)
                    .forEach(
                            f -> Trials.cases().change(new RandomCases.Place(each, f), RandomCases.asOf(root), random));
            given.add(each);
        }
        student.setElements(suspensions, random.nextInt(5) == 0 ? null : given);
        RandomCases.places(root, f -> f.name().equals("unexcusedFullDayAbsences270"))
                .forEach(place -> Trials.cases().change(place, RandomCases.asOf(root), random));
    }

    private static List<Object> besideTickets(Decision decision) {
        List<Object> rest = new ArrayList<>();
        for (Result r : decision.results()) {
            Map<String, Object> values = new TreeMap<>(r.values());
            values.remove("tickets");
            rest.add(List.of(
                    r.subject(), r.outcome(), r.because(), r.actions(), r.alerts(), r.notes(), r.groups(), values));
            rest.add(List.of(r.next(), r.missing(), r.fixes(), String.valueOf(r.rank())));
        }
        decision.findings().stream()
                .filter(f -> !TICKET_RULES.contains(f.ruleId()))
                .forEach(rest::add);
        rest.add(decision.next());
        rest.add(decision.outcome());
        decision.questions().stream()
                .filter(q -> !TICKET_RULES.containsAll(q.because()))
                .forEach(q -> rest.add(q.pointer()));
        return rest;
    }

    /** INV-05: a barrier more takes no pathway, no option and no support away. */
    @Test
    void anotherBarrierTakesNothingAway() {
        Map<String, Set<Object>> barriers = barriers();
        assertThat(barriers).hasSizeGreaterThan(20);
        Trials.of("INV-05", 200, Policy.SUPPORTS, (root, random) -> {
            Decision before = Policy.decide(Policy.PLAN, root);
            for (RandomCases.Place place :
                    RandomCases.places(root, f -> barriers.containsKey(f.path()) && random.nextInt(4) == 0)) {
                List<Object> values = List.copyOf(barriers.get(place.fact().path()));
                place.entity().set(place.fact().slot(), FactValues.pick(values, random));
            }
            Decision after = Policy.decide(Policy.PLAN, root);

            assertThat(after.parts().get(0)).isEqualTo(before.parts().get(0));
            assertThat(flags(after.parts().get(1)))
                    .containsAll(flags(before.parts().get(1)));
        });
    }

    /** The answers that raise a flag: each yes-no fact with the value a flag's rule asks of it. */
    private static Map<String, Set<Object>> barriers() {
        Map<String, Set<Object>> barriers = new TreeMap<>();
        for (Rule rule : Policy.RULE_SET.rulesOf(Policy.SUPPORTS)) {
            if (rule.conclusion().verb() == Verb.FLAG) {
                Paths.walk(rule.test(), part -> {
                    if (part instanceof Expr.Comparison c
                            && c.operator() == Expr.Operator.EQUAL
                            && c.left() instanceof Expr.FactValue value
                            && value.fact().type() == FactType.YES_NO
                            && !value.fact().derived()
                            && c.right() instanceof Expr.Constant constant) {
                        barriers.computeIfAbsent(value.fact().path(), p -> new TreeSet<>())
                                .add(constant.value());
                    }
                });
            }
        }
        barriers.values().removeIf(values -> values.size() > 1);
        return barriers;
    }

    private static Set<String> flags(Decision supports) {
        Set<String> flags = new TreeSet<>();
        supports.supports().stream().filter(s -> s.mode().equals("FLAG")).forEach(s -> {
            flags.add(s.id());
            flags.addAll(s.includes());
        });
        return flags;
    }

    /** INV-07, CT-06, CT-10: one ticket, and one more for each weight in use whose test is not known to fail. */
    @Test
    void everyApplicantOfALotteryHoldsATicket() {
        Trials.of("INV-07", 400, Policy.ELIGIBILITY, (root, random) -> {
            Decision decision = Policy.decide(Policy.ELIGIBILITY, root);
            for (Result result : decision.results()) {
                Collection<Finding> findings = decision.findings().stream()
                        .filter(f -> f.subject().equals(result.subject()))
                        .toList();
                boolean lottery = findings.stream()
                        .anyMatch(f ->
                                f.ruleId().equals("CT-06") && f.status().name().equals("REPORTED"));
                long weights = findings.stream()
                        .filter(f -> f.rule().kind().equals("weight"))
                        .filter(f -> f.status() == Status.MET
                                || (f.status() == Status.UNKNOWN
                                        && f.conditions().stream()
                                                .noneMatch(c -> c.holds().equals("no"))))
                        .count();

                assertThat(result.values().get("tickets")).isEqualTo(lottery ? 1 + weights : null);
            }
        });
    }

    static boolean isGuarded(Fact fact) {
        return fact.factClass() == FactClass.AMBER
                && List.of("student", SUSPENSIONS).contains(fact.entity());
    }
}
