package org.hqccp.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.hqccp.decision.Change;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.facts.Entity;
import org.hqccp.json.CaseReader;
import org.hqccp.rulelanguage.Expr;
import org.junit.jupiter.api.Test;

/** On random rules and cases: what is found is the smallest change there is, held against all of them. More with {@code -Dchanges.rules=1000}. */
class SmallestChangeTest {
    private static final int RULES = Integer.getInteger("changes.rules", 40);
    private static final int CASES = 6;

    /** Above so many places, counting out takes too long. */
    private static final int MOST_PLACES = 3;

    @Test
    void noSmallerChangeWorks() throws Exception {
        int proposed = 0;
        int none = 0;
        for (int seed = 0; seed < RULES; seed++) {
            RandomClub random = new RandomClub(seed);
            String rule = random.rule();
            ClubPolicy policy = ClubPolicy.of(rule);
            for (int i = 0; i < CASES; i++) {
                String facts = random.facts();
                List<Change> changes = policy.decide(facts).changes();
                if (changes == null || changes.isEmpty()) {
                    continue;
                }
                Change change = changes.get(0);
                EveryChange every = every(policy, facts);
                String what = "seed " + seed + ", rule " + rule + ", facts " + facts + ", found " + change;
                if (change.edits().isEmpty()) {
                    none++;
                    assertThat(every.leastMove(1)).as(what).isNegative();
                    assertThat(every.leastMove(2)).as(what).isNegative();
                } else if (change.edits().size() <= MOST_PLACES) {
                    proposed++;
                    for (int fewer = 1; fewer < change.edits().size(); fewer++) {
                        assertThat(every.leastMove(fewer)).as(what).isNegative();
                    }
                    assertThat(every.leastMove(change.edits().size())).as(what).isEqualTo(move(change));
                }
            }
        }
        assertThat(proposed).isGreaterThan(2 * RULES);
        assertThat(none).isLessThan(proposed);
    }

    private static int move(Change change) {
        int move = 0;
        for (Change.Edit edit : change.edits()) {
            Object from = edit.from();
            Object to = edit.to();
            move += to instanceof SortedMap<?, ?> item
                    ? Math.max(1, item.size())
                    : EveryChange.move(edit.pointer().replaceAll(".*/", ""), from, to);
        }
        return move;
    }

    private static EveryChange every(ClubPolicy policy, String facts) throws Exception {
        DecisionProgram program = policy.service().rules().current().programs().get("club-check");
        Expr test = policy.ruleSet().rules().get("C-01").test();
        String json = "{\"caseId\": \"a\", \"asOf\": \"2026-03-02\", \"clubs\": [{\"id\": \"a\", " + facts + "}]}";
        Entity root = CaseReader.read(
                        json.getBytes(StandardCharsets.UTF_8), policy.ruleSet().dictionary())
                .root();
        return new EveryChange(program, test, root);
    }
}
