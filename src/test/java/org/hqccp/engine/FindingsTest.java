package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.RollUpTypes;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Rule.Stage;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings that become things only when they are looked at. */
class FindingsTest {
    private final TripCase trips = TripCase.of(Trips.with(Map.of(
            Trips.file("TR-05"),
            rollUp("TR-05", "STAY", "exists Finding( trip == $trip, mandatory == true, notMet == true )"),
            Trips.file("TR-06"),
            rollUp("TR-06", "STAY", "exists Finding( trip == $trip, group == \"money\", met == true )"),
            Trips.file("TR-07"),
            rollUp("TR-07", "GO", "not Finding( trip == $trip, status in ( \"NOT_MET\", \"UNKNOWN\" ) )"))));

    private final RollUpTypes types = trips.program().decision().ownTypes();

    private static String rollUp(String id, String outcome, String asked) {
        return Trips.rule(id, "", "outcome( $trip, \"" + outcome + "\" )", "$trip : Trip( )", asked);
    }

    private Entity found(String facts) {
        return trips.program()
                .evaluate(trips.read("{'trips': [{'id': 'a'" + facts + "}]}"))
                .standings()
                .get(0)
                .found();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", 'seats': 1, 'cost': 10, 'open': false",
                ", 'seats': 9, 'cost': 10, 'open': true, 'helpers': []",
                ", 'cost': 90, 'leaves': '2026-05-01', 'returns': '2026-05-01', 'helpers': [{'role': 'COOK'}]",
                ", 'seats': 20, 'open': true, 'leaves': '2026-05-01', 'helpers': [{'role': 'DRIVER'}, {'role': 'COOK'}]"
            })
    void theirKindTellsWhatEachOfThemWould(String facts) {
        Entity found = found(facts);
        List<Truth> byKind = rollUps(found);

        asked(found, types.finding());
        found.elements(types.group()).forEach(group -> asked(group, types.groupFinding()));

        assertThat(rollUps(found)).isEqualTo(byKind).contains(Truth.TRUE, Truth.FALSE);
    }

    /** Puts a plain list in the place of the findings, so that each is asked by itself. */
    private static void asked(Entity holder, EntityType type) {
        assertThat(holder.elements(type)).isInstanceOf(Findings.class);
        holder.setElements(type, new ArrayList<>(holder.elements(type)));
    }

    private List<Truth> rollUps(Entity found) {
        List<Truth> truths = new ArrayList<>();
        for (Rule rule : trips.ruleSet().rules().values()) {
            if (rule.stage() == Stage.GROUPS) {
                found.elements(types.group())
                        .forEach(group -> truths.add(trips.program().holds(rule.test(), group, null)));
            } else if (rule.stage() != Stage.FINDINGS) {
                truths.add(trips.program().holds(rule.test(), found, null));
            }
        }
        return truths;
    }

    @Test
    void aFindingIsOneThingHoweverOftenAndWhereItIsLookedAt() {
        Entity found = found(", 'seats': 9");
        List<Entity> findings = found.elements(types.finding());

        for (int i = 0; i < findings.size(); i++) {
            assertThat(findings.get(i))
                    .isSameAs(findings.get(i))
                    .satisfies(f -> assertThat(f.parent()).isSameAs(found));
            assertThat(findings.get(i).index()).isEqualTo(i);
        }
        assertThat(found.elements(types.group()))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.elements(types.groupFinding()))
                        .containsExactlyElementsOf(findings.stream()
                                .filter(f -> group.id().equals(f.get("group")))
                                .toList()));
    }

    @Test
    void whatIsSetInOneIsNotSetInAnotherLikeIt() {
        Entity one = found(", 'seats': 9").elements(types.finding()).get(0);
        Entity other = found(", 'seats': 9").elements(types.finding()).get(0);
        Object rule = other.get("rule");

        one.set(types.finding().fact("rule").slot(), "another");

        assertThat(one.get("rule")).isEqualTo("another");
        assertThat(other.get("rule")).isEqualTo(rule);
        assertThat(found(", 'seats': 9").elements(types.finding()).get(0).get("rule"))
                .isEqualTo(rule);
    }
}
