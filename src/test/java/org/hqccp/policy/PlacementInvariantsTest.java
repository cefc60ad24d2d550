package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
import org.hqccp.decision.Result;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.testcase.CaseFile;
import org.junit.jupiter.api.Test;

/** No placement comes to a dead end (handbook F.2 to F.4): whatever stands in its way, the answer tells what would open it, or another way to learn. */
class PlacementInvariantsTest {
    private static final String PLACEMENT = "work-placement";

    /** What judges the times of single shifts. */
    private static final Set<String> TIMES =
            Set.of("H-01.day", "H-01.end", "H-01.school", "H-01.start", "H-02", "H-05.day", "H-05.end", "H-05.start");

    @Test
    void noTestCaseIsADeadEnd() {
        Map<String, Integer> seen = new TreeMap<>();
        for (CaseFile file : Policy.CASES) {
            if (Set.of(PLACEMENT, Policy.PLAN).contains(file.decision())) {
                file.cases().forEach(each -> {
                    Decision decision = Policy.decide(PLACEMENT, each.caseJson());
                    decision.results().forEach(result -> {
                        leadsOn(decision, result);
                        seen.merge(result.outcome(), 1, Integer::sum);
                    });
                });
            }
        }

        // A property of nothing would hold as well.
        assertThat(seen.keySet()).contains("BLOCKED", "ALLOWED_WITH_ACTION", "ALLOWED", Decision.INDETERMINATE);
    }

    @Test
    void noRandomCaseIsADeadEndAndTheNearestLawfulTimesAreLawful() {
        int[] timesMoved = {0};
        Trials.of("no dead end", 2_000, PLACEMENT, (root, random) -> {
            Decision decision = Policy.decide(PLACEMENT, root);
            decision.results().forEach(result -> leadsOn(decision, result));
            Set<String> moved = moved(root, decision);
            timesMoved[0] += moved.size();
            if (!moved.isEmpty()) {
                assertThat(Policy.decide(PLACEMENT, root).findings())
                        .filteredOn(finding -> moved.contains(finding.subject()) && TIMES.contains(finding.ruleId()))
                        .allSatisfy(finding -> assertThat(finding.status()).isNotEqualTo(Status.NOT_MET));
            }
        });
        if (Integer.getInteger("hqccp.cases") == null) {
            assertThat(timesMoved[0]).as("placements with shifts to move").isGreaterThan(100);
        }
    }

    private static void leadsOn(Decision decision, Result result) {
        List<Finding> own = decision.findings().stream()
                .filter(finding -> finding.subject().equals(result.subject()))
                .toList();
        switch (result.outcome()) {
            case "BLOCKED" -> {
                assertThat(result.actions()).extracting(Message::code).contains("MEANWHILE");
                assertThat(result.fixes()).isNotEmpty();
                own.stream()
                        .filter(finding -> finding.status() == Status.NOT_MET
                                && finding.rule().mandatory())
                        .forEach(finding -> assertThat(finding.rule().advice())
                                .as(finding.ruleId())
                                .isNotBlank());
            }
            case "ALLOWED_WITH_ACTION" -> {
                assertThat(result.actions()).as(result.toString()).isNotEmpty();
                own.stream()
                        .filter(finding -> finding.status() == Status.DEVELOPING)
                        .forEach(finding -> assertThat(finding.rule().advice())
                                .as(finding.ruleId())
                                .isNotBlank());
            }
            // Before the first rules there is nothing to judge by; the words say so.
            case Decision.INDETERMINATE ->
                assertThat(!own.isEmpty()
                                && result.missing().isEmpty()
                                && own.stream()
                                        .allMatch(finding ->
                                                finding.unknownParameters().isEmpty()))
                        .as("nothing to find out: " + result)
                        .isFalse();
            default -> assertThat(result.outcome()).isEqualTo("ALLOWED");
        }
    }

    /** Leaves of each placement the shifts that are to be moved, at their nearest lawful times; gives the placements. */
    private static Set<String> moved(Entity root, Decision decision) {
        Set<String> moved = new TreeSet<>();
        for (Result result : decision.results()) {
            List<Entity> shifts = shifts(root, result.subject());
            // Days of one name cannot be told apart, in the answer or here.
            if (shifts.stream().map(Entity::id).distinct().count() < shifts.size()) {
                continue;
            }
            shifts.removeIf(shift -> {
                Object from = result.values().get("shifts[" + shift.id() + "].lawfulFrom");
                Object to = result.values().get("shifts[" + shift.id() + "].lawfulTo");
                if (from != null && to != null) {
                    set(shift, "startsAt", from);
                    set(shift, "endsAt", to);
                    moved.add(result.subject());
                }
                return from == null;
            });
            place(root, result.subject(), shifts);
        }
        return moved;
    }

    private static Optional<Entity> offer(Entity root, String id) {
        return Optional.ofNullable(root.elements(root.type().child("placementOffers"))).stream()
                .flatMap(List::stream)
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    private static List<Entity> shifts(Entity root, String offer) {
        return offer(root, offer)
                .map(each -> each.elements(each.type().child("shifts")))
                .map(ArrayList::new)
                .orElseGet(ArrayList::new);
    }

    private static void place(Entity root, String offer, List<Entity> shifts) {
        offer(root, offer).ifPresent(each -> each.setElements(each.type().child("shifts"), shifts));
    }

    private static void set(Entity entity, String name, Object value) {
        entity.set(entity.type().fact(name).slot(), value);
    }
}
