package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.decision.Result;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.json.DecisionWriter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.Support;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every answer: where it comes from, that it is always the same, and how a flag speaks of a student. */
class AnswersTest {
    private static final Set<String> MARKS = Set.of("SOURCED", "DESIGN", "BK", "CONFLICT");
    /** Handbook F-06, with the row that opens the same plan at once. */
    private static final Set<String> SENSITIVE = Set.of(
            "B-03",
            "B-04",
            "B-05",
            "B-06",
            "B-07",
            "B-11",
            "B-17",
            "B-18",
            "B-22",
            "B-28",
            "B-28.urgent",
            "B-30",
            "B-31");

    /** INV-09. */
    @ParameterizedTest
    @ValueSource(strings = {Policy.ELIGIBILITY, Policy.SUPPORTS, Policy.DESIGNATION})
    void everythingSaidNamesItsRuleAndHowCertainItIs(String name) {
        Trials.of("INV-09", 100, name, (root, random) -> {
            Decision decision = Policy.decide(name, root);

            assertThat(decision.ruleSetVersion()).isEqualTo(Policy.RULE_SET.version());
            assertThat(decision.findings()).allSatisfy(f -> {
                Rule rule = Policy.RULE_SET.rules().get(f.ruleId());
                assertThat(f.rule().hash()).isEqualTo(rule.hash());
                assertThat(f.rule().from()).isEqualTo(rule.from());
                assertThat(f.rule().sources()).isNotEmpty().allMatch(Policy.RULE_SET.sources()::containsKey);
                assertThat(f.rule().marks()).isNotEmpty().isSubsetOf(MARKS);
            });
            Set<String> found = new TreeSet<>();
            decision.findings().forEach(f -> found.add(f.ruleId()));
            for (Result result : decision.results()) {
                assertThat(found).containsAll(result.because()).containsAll(result.fixes());
                Stream.of(result.actions(), result.alerts(), result.notes())
                        .flatMap(List::stream)
                        .map(Message::ruleId)
                        .forEach(id -> assertThat(found).contains(id));
                if (!result.outcome().equals(Decision.INDETERMINATE)) {
                    assertThat(Policy.RULE_SET.rules()).containsKey(result.decidedBy());
                }
            }
            assertThat(decision.supports()).allSatisfy(s -> {
                assertThat(found).contains(s.id());
                assertThat(s.marks()).isNotEmpty().isSubsetOf(MARKS);
            });
            assertThat(decision.strengths()).allSatisfy(s -> assertThat(found).contains(s.ruleId()));
            assertThat(decision.questions()).allSatisfy(q -> assertThat(found).containsAll(q.because()));
        });
    }

    /** INV-10: again, in other threads, and with names and the elements of sets in other orders, a decision is the same to the byte. */
    @ParameterizedTest
    @ValueSource(strings = {Policy.ELIGIBILITY, Policy.SUPPORTS, Policy.DESIGNATION, Policy.PLAN})
    void theSameCaseGivesTheSameBytes(String name) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Trials.of("INV-10", 40, name, (root, random) -> {
                byte[] json = CaseJson.of(root);
                byte[] once = bytes(name, json);
                List<Future<byte[]>> again = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    byte[] other = i < 2 ? json : CaseJson.shuffled(root, random);
                    again.add(threads.submit(() -> bytes(name, other)));
                }
                for (Future<byte[]> each : again) {
                    assertThat(text(each.get())).isEqualTo(text(once));
                }
            });
        } finally {
            threads.shutdownNow();
        }
    }

    /** INV-10: where a list stands in another order, places differ, but nothing that was found does. */
    @ParameterizedTest
    @ValueSource(strings = {Policy.ELIGIBILITY, Policy.SUPPORTS, Policy.DESIGNATION})
    void theOrderOfListsChangesNothingThatIsFound(String name) {
        Trials.of("INV-10, lists", 80, name, (root, random) -> {
            Decision before = Policy.decide(name, root);
            RandomCases.all(root)
                    .forEach(each -> each.type().children().stream()
                            .filter(EntityType::isList)
                            .forEach(list -> shuffle(each, list, random)));

            assertThat(found(Policy.decide(name, root))).isEqualTo(found(before));
        });
    }

    private static void shuffle(Entity holder, EntityType list, Random random) {
        List<Entity> elements = holder.elements(list);
        if (elements != null) {
            List<Entity> other = new ArrayList<>(elements);
            Collections.shuffle(other, random);
            holder.setElements(list, other);
        }
    }

    private static List<Object> found(Decision decision) {
        Map<String, Object> results = new TreeMap<>();
        decision.results()
                .forEach(r -> results.put(
                        r.subject(),
                        List.of(
                                r.outcome(),
                                r.because(),
                                r.actions(),
                                r.alerts(),
                                r.notes(),
                                r.groups(),
                                r.values(),
                                r.next())));
        Map<String, Object> findings = new TreeMap<>();
        decision.findings().forEach(f -> findings.put(f.ruleId() + " " + f.subject(), f.status()));
        return List.of(
                results, findings, decision.supports(), decision.strengths(), decision.next(), decision.outcome());
    }

    private static byte[] bytes(String name, byte[] json) {
        return DecisionWriter.decisionOnly(Policy.decide(name, json));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** F-05: no flag, and no word about supports, stands in an eligibility answer, alone or in a plan. */
    @Test
    void noFlagStandsInAnEligibilityAnswer() {
        Trials.of("F-05", 100, Policy.SUPPORTS, (root, random) -> {
            Decision alone = Policy.decide(Policy.ELIGIBILITY, root);
            Decision plan = Policy.decide(Policy.PLAN, root);

            assertThat(plan.parts())
                    .extracting(Decision::name)
                    .containsExactly(
                            Policy.ELIGIBILITY,
                            Policy.SUPPORTS,
                            "work-placement",
                            "work-hours",
                            "data-sharing",
                            "plan-handoff");
            assertThat(plan.supports()).isEmpty();
            for (Decision eligibility : List.of(alone, plan.parts().get(0))) {
                assertThat(eligibility.supports()).isEmpty();
                assertThat(eligibility.strengths()).isEmpty();
                assertThat(eligibility.findings())
                        .extracting(Finding::ruleId)
                        .noneMatch(id -> id.matches("(B|CAP|S)-.*"));
                assertThat(eligibility.findings())
                        .extracting(f -> f.rule().concludes())
                        .noneMatch(c -> c != null && (c.startsWith("flag") || c.startsWith("strength")));
            }
        });
    }

    /** F-04, F-06. */
    @Test
    void aSensitiveFlagIsSeenByTheStudentAndTheNamedRoleAlone() {
        assertThat(Policy.RULE_SET.supports().values())
                .filteredOn(Support::sensitive)
                .extracting(Support::id)
                .containsExactlyInAnyOrderElementsOf(SENSITIVE);
        Trials.of("F-06", 200, Policy.SUPPORTS, (root, random) -> {
            for (RaisedSupport support : Policy.decide(Policy.SUPPORTS, root).supports()) {
                List<String> named = List.of(support.role().split("; "));
                assertThat(support.audience()).startsWith("student").containsAll(named);
                assertThat(String.join(" ", support.audience())).doesNotContain("employer", "roster");
                boolean sensitive = SENSITIVE.contains(support.id())
                        || support.includes().stream().anyMatch(SENSITIVE::contains);
                if (sensitive) {
                    assertThat(support.audience()).hasSize(1 + named.size());
                }
            }
        });
    }

    /** F-01: a recorded strength first, else the row's own frame, else the step; the step always ends it. A strength is never invented. */
    @Test
    void aFlagOpensWithAStrengthAndEndsWithAStep() {
        Trials.of("F-01", 200, Policy.SUPPORTS, (root, random) -> {
            Decision decision = Policy.decide(Policy.SUPPORTS, root);
            List<String> strengths =
                    decision.strengths().stream().map(Message::text).toList();
            for (RaisedSupport support : decision.supports()) {
                Support row = Policy.RULE_SET.supports().get(support.id());
                assertThat(support.step()).isEqualTo(row.step()).isNotBlank();
                if (!strengths.isEmpty()) {
                    assertThat(support.frame()).isIn(strengths);
                } else {
                    assertThat(support.frame()).isEqualTo(row.frame().isBlank() ? row.step() : row.frame());
                }
            }
        });
    }

    /** S-02: where more supports than strengths are shown, somebody is asked to write strengths down. */
    @Test
    void aPlanAsksForAsManyStrengthsAsItHasSupports() {
        Trials.of("S-02", 200, Policy.SUPPORTS, (root, random) -> {
            Decision decision = Policy.decide(Policy.SUPPORTS, root);
            long flags = decision.findings().stream()
                    .filter(f ->
                            f.rule().concludes() != null && f.rule().concludes().startsWith("flag "))
                    .filter(f -> f.status().name().equals("MET"))
                    .count();
            boolean asked = decision.results().get(0).actions().stream()
                    .anyMatch(a -> a.code().equals("RECORD_STRENGTHS"));
            boolean inForce =
                    decision.findings().stream().anyMatch(f -> f.ruleId().equals("S-02"));

            assertThat(asked).isEqualTo(inForce && flags > decision.strengths().size());
        });
    }
}
