package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Result;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.IfUnknown;
import org.hqccp.rulelanguage.Rule.Stage;
import org.junit.jupiter.api.Test;

/**
 * What becomes of an answer when a fact that was known is no longer known: INV-06, "more unknowns never produce a firmer outcome".
 *
 * <p>Exactly, for any case and the same case with some known facts or inner lists made unknown:
 *
 * <ul>
 *   <li><b>Findings</b> of rules that read facts: the status stays or becomes UNKNOWN. A rule that gave no finding, because its period was
 *       another one, still gives none, or one that is UNKNOWN or NOT_APPLICABLE.
 *   <li><b>Groups</b>: the status stays or becomes UNKNOWN. One move more follows from the order of semantics, section 2, where only a
 *       mandatory criterion can make a principle UNKNOWN: DEVELOPING becomes MET when every criterion that was DEVELOPING is one that never
 *       blocks and is UNKNOWN now.
 *   <li><b>Outcomes</b>: stay or become INDETERMINATE. Of pathways alone, semantics, section 3, says more: a paper that is not on file, or
 *       unknown, gives an action. So an outcome may also change among the three that open a pathway, by an action or note that {@code
 *       concludes} or {@code waits} and whose rule became UNKNOWN: towards ELIGIBLE_WITH_ACTION by one that concludes, away from it by one
 *       that waits. An action by a paper also settles what only a lottery left INDETERMINATE, because it stands before the lottery.
 *       NOT_OFFERED and NOT_YET never come out of an unknown, and never turn into anything but INDETERMINATE.
 *   <li><b>Supports</b> (semantics, section 4): FLAGGED, ASK, NOTHING_TO_FLAG never turn towards FLAGGED; a question that could be asked
 *       still can.
 *   <li><b>Values</b>: stay or go, but for lottery tickets, which may only rise (CT-10).
 * </ul>
 *
 * <p>Rules that read what other rules found say what the answer holds, not what the case says: S-02 compares the strengths and supports
 * shown. They are no part of the first point.
 */
class UnknownsTest {
    private static final Set<String> OPEN = Set.of("ELIGIBLE_WITH_ACTION", "ELIGIBLE_ENTER_LOTTERY", "ELIGIBLE");
    private static final String INDETERMINATE = Decision.INDETERMINATE;

    @Test
    void anUnknownMoreLeavesEachPathwayAsItWasOrOpen() {
        Trials.of("INV-06", 600, Policy.ELIGIBILITY, (root, random) -> {
            Decision before = Policy.decide(Policy.ELIGIBILITY, root);
            Trials.cases().forgetSome(root, Policy.ELIGIBILITY, random);
            Decision after = Policy.decide(Policy.ELIGIBILITY, root);

            statusesStayOrBecomeUnknown(before, after);
            valuesStayOrGo(before, after);
            Map<String, String> now = outcomes(after);
            outcomes(before).forEach((subject, outcome) -> {
                String then = now.get(subject);
                boolean fine = then.equals(outcome)
                        || then.equals(INDETERMINATE)
                        || (mayMove(outcome, then) && paperMoved(subject, then, before, after));
                assertThat(fine).as("%s: %s became %s", subject, outcome, then).isTrue();
            });
        });
    }

    private static boolean mayMove(String outcome, String then) {
        return (OPEN.contains(outcome) && OPEN.contains(then))
                || (outcome.equals(INDETERMINATE) && then.equals("ELIGIBLE_WITH_ACTION"));
    }

    /** Whether a rule that says how it stands while unknown has become UNKNOWN, in the direction in which the outcome moved. */
    private static boolean paperMoved(String subject, String then, Decision before, Decision after) {
        Map<String, Status> was = statuses(before);
        return after.findings().stream()
                .filter(f -> f.subject().equals(subject) && f.status() == Status.UNKNOWN)
                .filter(f -> was.get(key(f)) != Status.UNKNOWN)
                .map(f -> Policy.RULE_SET.rules().get(f.ruleId()))
                .filter(r ->
                        r.conclusion().verb() == Verb.ACTION || r.conclusion().verb() == Verb.NOTE)
                .anyMatch(r -> then.equals("ELIGIBLE_WITH_ACTION")
                        ? r.ifUnknown() == IfUnknown.CONCLUDES
                        : r.ifUnknown() == IfUnknown.WAITS);
    }

    @Test
    void anUnknownMoreLeavesEachProgramAsItWasOrOpen() {
        Trials.of("INV-06", 400, Policy.DESIGNATION, (root, random) -> {
            Decision before = Policy.decide(Policy.DESIGNATION, root);
            Trials.cases().forgetSome(root, Policy.DESIGNATION, random);
            Decision after = Policy.decide(Policy.DESIGNATION, root);

            statusesStayOrBecomeUnknown(before, after);
            valuesStayOrGo(before, after);
            groupsStayOrBecomeUnknown(before, after);
            Map<String, String> now = outcomes(after);
            outcomes(before)
                    .forEach((subject, outcome) ->
                            assertThat(now.get(subject)).as(subject).isIn(outcome, INDETERMINATE));
        });
    }

    @Test
    void anUnknownMoreNeverRaisesAFlag() {
        Trials.of("INV-06", 300, Policy.SUPPORTS, (root, random) -> {
            Decision before = Policy.decide(Policy.SUPPORTS, root);
            Trials.cases().forgetSome(root, Policy.SUPPORTS, random);
            Decision after = Policy.decide(Policy.SUPPORTS, root);

            statusesStayOrBecomeUnknown(before, after);
            if (!before.outcome().equals("FLAGGED")) {
                assertThat(after.outcome()).isNotEqualTo("FLAGGED");
            }
            if (before.outcome().equals("ASK")) {
                assertThat(after.outcome()).isEqualTo("ASK");
            }
            assertThat(after.outcome().equals(INDETERMINATE))
                    .as("INDETERMINATE, which only a day before every rule gives")
                    .isEqualTo(before.outcome().equals(INDETERMINATE));
        });
    }

    private static void statusesStayOrBecomeUnknown(Decision before, Decision after) {
        Map<String, Status> was = statuses(before);
        Map<String, Status> is = statuses(after);
        was.forEach((key, status) -> assertThat(is.get(key)).as(key).isIn(status, Status.UNKNOWN));
        is.forEach((key, status) -> {
            if (!was.containsKey(key)) {
                assertThat(status).as(key + ", which gave nothing before").isIn(Status.UNKNOWN, Status.NOT_APPLICABLE);
            }
        });
    }

    private static void groupsStayOrBecomeUnknown(Decision before, Decision after) {
        Map<String, Status> is = statuses(after);
        Map<String, String> now = groups(after);
        groups(before).forEach((key, status) -> {
            boolean neverBlocks = before.findings().stream()
                    .filter(f -> f.status() == Status.DEVELOPING
                            && key.equals(f.subject() + " " + f.rule().group()))
                    .allMatch(f -> !f.rule().mandatory() && is.get(key(f)) == Status.UNKNOWN);
            boolean fine = now.get(key).equals(status)
                    || now.get(key).equals("UNKNOWN")
                    || (status.equals("DEVELOPING") && now.get(key).equals("MET") && neverBlocks);
            assertThat(fine).as("%s: %s became %s", key, status, now.get(key)).isTrue();
        });
    }

    private static void valuesStayOrGo(Decision before, Decision after) {
        for (int i = 0; i < before.results().size(); i++) {
            Map<String, Object> was = before.results().get(i).values();
            after.results().get(i).values().forEach((name, value) -> {
                if (name.equals("tickets")) {
                    assertThat((Long) value).isGreaterThanOrEqualTo((Long) was.get(name));
                } else {
                    assertThat(value).as(name).isEqualTo(was.get(name));
                }
            });
        }
    }

    private static Map<String, Status> statuses(Decision decision) {
        Map<String, Status> statuses = new TreeMap<>();
        for (Finding finding : decision.findings()) {
            Rule rule = Policy.RULE_SET.rules().get(finding.ruleId());
            if (rule.stage() == Stage.FINDINGS) {
                statuses.put(key(finding), finding.status());
            }
        }
        return statuses;
    }

    private static String key(Finding finding) {
        return finding.ruleId() + " of " + finding.subject();
    }

    private static Map<String, String> groups(Decision decision) {
        Map<String, String> groups = new TreeMap<>();
        decision.results().forEach(r -> r.groups().forEach(g -> groups.put(r.subject() + " " + g.id(), g.status())));
        return groups;
    }

    private static Map<String, String> outcomes(Decision decision) {
        Map<String, String> outcomes = new TreeMap<>();
        decision.results().forEach(r -> outcomes.put(r.subject(), r.outcome()));
        return outcomes;
    }

    /**
     * Semantics, section 2: a missing paper never gives a worse outcome than the same paper known to be bad. For each case and each fact
     * that is not known, some value of the fact gives each subject an outcome at least as bad. INDETERMINATE is neither better nor worse.
     */
    @Test
    void aMissingPaperIsNeverWorseThanABadOne() {
        missingIsNeverWorse(
                Policy.ELIGIBILITY,
                60,
                List.of("NOT_OFFERED", "NOT_YET", "ELIGIBLE_WITH_ACTION", "ELIGIBLE_ENTER_LOTTERY", "ELIGIBLE"));
        missingIsNeverWorse(
                Policy.DESIGNATION,
                60,
                List.of(
                        "INELIGIBLE_APPLICANT",
                        "NOT_YET",
                        "DEVELOPING",
                        "PART_A_READY",
                        "READY_FOR_DESIGNATION",
                        "CRITERIA_MET"));
    }

    private static void missingIsNeverWorse(String name, int count, List<String> worstFirst) {
        Trials.of("a missing paper", count, name, (root, random) -> {
            Map<String, String> outcomes = outcomes(Policy.decide(name, root));
            List<RandomCases.Place> missing = new ArrayList<>(
                    RandomCases.places(root, f -> Trials.cases().readBy(name).contains(f.path())));
            missing.removeIf(RandomCases.Place::isKnown);
            Collections.shuffle(missing, random);
            for (RandomCases.Place place : missing.subList(0, Math.min(5, missing.size()))) {
                asBadForSomeValue(name, root, place, outcomes, worstFirst);
                place.forget();
            }
        });
    }

    private static void asBadForSomeValue(
            String name, Entity root, RandomCases.Place place, Map<String, String> outcomes, List<String> worstFirst) {
        Map<String, String> open = new TreeMap<>(outcomes);
        open.values().removeIf(o -> worstFirst.indexOf(o) < 0);
        for (Object value : Trials.cases().values().telling(place.fact(), RandomCases.asOf(root))) {
            if (open.isEmpty()) {
                return;
            }
            place.entity().set(place.fact().slot(), value);
            for (Result result : Policy.decide(name, root).results()) {
                String outcome = open.get(result.subject());
                if (outcome != null
                        && worstFirst.indexOf(result.outcome()) >= 0
                        && worstFirst.indexOf(result.outcome()) <= worstFirst.indexOf(outcome)) {
                    open.remove(result.subject());
                }
            }
        }
        assertThat(open)
                .as(
                        "outcomes while %s is not known, which no value of it gives",
                        place.fact().path())
                .isEmpty();
    }
}
