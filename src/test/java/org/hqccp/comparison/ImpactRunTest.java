package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hqccp.engine.Evaluation;
import org.hqccp.engine.ModelProgram;
import org.hqccp.engine.Standing;
import org.hqccp.json.CaseReader;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** What is counted over many cases, and that the short way of counting comes to what the long way does. */
class ImpactRunTest {
    private static final RuleSet BEFORE = EditedRules.of(SmallPolicy.RULES).read();
    private static final RuleSet MORE_SEATS = EditedRules.of(SmallPolicy.RULES)
            .replace("parameters.csv", "event.seats,20,", "event.seats,30,")
            .read();

    private static CaseItem event(int number, String seats) {
        String json =
                "{\"caseId\":\"c" + number + "\",\"asOf\":\"2026-03-02\",\"events\":[{\"id\":\"e\",\"indoors\":true"
                        + seats + ",\"supervised\":true,\"guests\":[]}]}";
        return new CaseItem(number, "line " + number, json.getBytes(StandardCharsets.UTF_8), Set.of(), null);
    }

    private static Impact run(RuleSet before, RuleSet after, List<CaseItem> items, int threads) {
        RuleSetChange change = RuleSets.compare(before, after);
        try (ImpactRun run = new ImpactRun(change, before, after, List.of(), Set.of(), threads)) {
            items.forEach(run::add);
            return run.finish();
        }
    }

    private static String json(Impact impact) {
        RuleSetChange change = RuleSets.compare(BEFORE, MORE_SEATS);
        return ReportJson.of(new ChangeReport("a", "b", LocalDate.EPOCH, change, "c", impact, List.of(), List.of()));
    }

    @Test
    void whoFlipsIsCountedFromWhatToWhatAndByRule() {
        List<CaseItem> items = new ArrayList<>();
        for (int seats = 0; seats < 50; seats++) {
            items.add(event(seats + 1, ",\"seats\":" + seats));
        }
        items.add(event(51, ""));
        items.add(new CaseItem(52, "line 52", "{}".getBytes(StandardCharsets.UTF_8), Set.of(), null));

        Impact impact = run(BEFORE, MORE_SEATS, items, 2);

        DecisionImpact decision = impact.decisions().get("event-permit");
        assertThat(decision).isNotNull();
        assertThat(impact.cases()).isEqualTo(52);
        assertThat(impact.refused()).isEqualTo(1);
        assertThat(impact.refusals().get(0)).startsWith("case 52: ");
        assertThat(decision.outcomes()).containsExactly(Map.entry(new Way("ALLOWED", "NOT_ALLOWED"), 10L));
        assertThat(decision.rules().get("EV-01")).containsExactly(Map.entry(new Way("MET", "NOT_MET"), 10L));
        assertThat(decision.touched()).isEqualTo(10);
        assertThat(ReportWords.examples(decision))
                .hasSize(2)
                .first()
                .isEqualTo("line 21, event (event-permit): ALLOWED becomes NOT_ALLOWED. EV-01 was met, and is not met:"
                        + " An event under a roof has enough seats.");
    }

    @Test
    void oneProcessorAndManyComeToTheSame() {
        SplittableRandom random = new SplittableRandom(3);
        List<CaseItem> items = new ArrayList<>();
        for (int i = 1; i <= 1500; i++) {
            items.add(event(i, random.nextInt(10) == 0 ? "" : ",\"seats\":" + random.nextInt(60)));
        }

        assertThat(json(run(BEFORE, MORE_SEATS, items, 1))).isEqualTo(json(run(BEFORE, MORE_SEATS, items, 4)));
    }

    /** The real rules, with changes of several kinds, each case decided wholly under both. */
    @Test
    void theShortWayComesToWhatTheLongWayDoes() throws Exception {
        Path rules = Path.of("rules");
        RuleSet before = EditedRules.of(rules).read();
        RuleSet after = EditedRules.of(rules)
                .replace("parameters.csv", "icp.latestStartGrade,10,", "icp.latestStartGrade,9,")
                .replace(
                        "EC-04-college-form.drl",
                        "collegeFormOnFile == false",
                        "collegeFormOnFile == false, prerequisiteOpen == true")
                .read();
        List<CaseItem> items = new MadeUpCases(200).items();

        DecisionImpact counted = run(before, after, items, 1).decisions().get("pathway-eligibility");

        assertThat(counted).isNotNull();
        assertThat(counted.outcomes()).isEqualTo(longWay(before, after, items)).isNotEmpty();
    }

    private static SortedMap<Way, Long> longWay(RuleSet before, RuleSet after, List<CaseItem> items) throws Exception {
        SortedMap<Way, Long> ways = new TreeMap<>();
        for (CaseItem item : items) {
            List<Standing> old = standings(before, item);
            List<Standing> young = standings(after, item);
            for (int i = 0; i < old.size(); i++) {
                Way way = new Way(DecisionPair.outcome(old.get(i)), DecisionPair.outcome(young.get(i)));
                if (!way.from().equals(way.to())) {
                    ways.merge(way, 1L, Long::sum);
                }
            }
        }
        return ways;
    }

    private static final IdentityHashMap<RuleSet, ModelProgram> READY = new IdentityHashMap<>();

    private static List<Standing> standings(RuleSet ruleSet, CaseItem item) throws Exception {
        String name = "pathway-eligibility";
        ModelProgram program = READY.computeIfAbsent(
                ruleSet,
                r -> ModelProgram.of(
                        Objects.requireNonNull(r.decisions().get(name)), r.rulesOf(name), r.dictionary(), r.derived()));
        Evaluation evaluation = program.evaluate(
                CaseReader.read(item.caseJson(), ruleSet.dictionary()).root());
        List<Standing> standings = evaluation.standings();
        return standings == null ? List.of() : standings;
    }
}
