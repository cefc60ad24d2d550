package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hqccp.decision.Decision;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new decision, with a new fact, rule and test case, is files and nothing else: no Java, no restart. */
class NewDecisionFromFilesTest {
    @TempDir
    private Path home;

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }

    private void writeDecision() throws IOException {
        write("rules/sources.csv", "tag,mark,where,read\nBOARD,SOURCED,minutes of the garden board,whole\n");
        write("rules/parameters.csv", """
                name,value,unit,clock,from,to,source,meaning
                garden.distance,2.5,meters,decision-date,2020-01-01,,BOARD,least distance of a tree from the fence
                """);
        write("rules/messages.csv", "verb,code,text,who,by,source\n");
        write(
                "rules/supports.csv",
                "id,codes,role,urgency,legal-basis,evidence,frame,step,sensitive,merges-into,source\n");
        write("rules/statements.csv", "id,kind,statement,held-by,source,from\n");
        write("rules/facts/case.yaml", """
                entity: case
                label: case
                single: case
                facts:
                  asOf: {label: decision date, type: date, class: GREEN, change: nobody}
                """);
        write("rules/facts/tree.yaml", """
                entity: tree
                label: tree
                single: tree
                facts:
                  distance:
                    label: distance from the fence
                    type: number
                    unit: meters
                    min: 0
                    class: GREEN
                    question: How far from the fence does the tree stand?
                    ask: gardener
                    change: school
                """);
        write("rules/tree-planting/decision.yaml", """
                decision: tree-planting
                title: May the tree be planted there?
                subject: tree
                reads: [GREEN]
                groups:
                  - {id: place, title: Place}
                  - {id: roll-up, title: Outcome}
                outcomes:
                  - MOVE_IT: another place is needed
                  - PLANT_IT: the tree may be planted
                """);
        write("rules/tree-planting/example.yaml", "as-of: 2026-03-02\ncase-id: oak\ntree: {distance: 3}\n");
        write("rules/tree-planting/place/TP-01-far-enough.drl", """
                rule "TP-01 The tree stands far enough from the fence"
                  @source( "BOARD" )
                  @from( "2020-01-01" )
                when
                  $least : Parameter( name == "garden.distance" )
                  $tree : Tree( distance >= $least.value )
                then
                  met( $tree );
                end
                """);
        write("rules/tree-planting/roll-up/RU-01-move.drl", rollUp("RU-01 A place that is too near", "MOVE_IT", true));
        write(
                "rules/tree-planting/roll-up/RU-02-plant.drl",
                rollUp("RU-02 Nothing stands in the way", "PLANT_IT", false));
        write("test-cases/tree-planting/place/TP-01-far-enough.yaml", """
                rule: TP-01
                as-of: 2026-03-02
                cases:
                  - name: Just far enough
                    facts: {tree.distance: 2.5}
                    expect: {status: MET, outcome: PLANT_IT}
                  - name: A hand too near
                    facts: {tree.distance: 2.4}
                    expect: {status: NOT_MET, outcome: MOVE_IT, because: [TP-01]}
                  - name: Nobody has measured
                    facts: {tree.distance: unknown}
                    expect: {status: UNKNOWN, missing: [tree.distance], outcome: INDETERMINATE}
                  - name: The day the board decided
                    as-of: 2020-01-01
                    facts: {tree.distance: 3}
                    expect: {status: MET}
                  - name: The day before the board decided
                    as-of: 2019-12-31
                    facts: {tree.distance: 3}
                    expect: {status: none}
                """);
    }

    private static String rollUp(String name, String outcome, boolean onNotMet) {
        return "rule \"" + name + "\"\n  @source( \"BOARD\" )\n  @from( \"2020-01-01\" )\nwhen\n  $tree : Tree( )\n"
                + (onNotMet ? "  exists Finding( tree == $tree, notMet == true )\n" : "")
                + "then\n  outcome( $tree, \"" + outcome + "\" );\nend\n";
    }

    @Test
    void filesAloneMakeADecision() throws Exception {
        writeDecision();

        LiveRules rules = LiveRules.load(home.resolve("rules"), SmallPolicy.CLOCK);
        DecisionService service = new DecisionService(rules, SmallPolicy.CLOCK);
        CaseFolder folder =
                CaseFolder.read(home.resolve("test-cases"), rules.current().ruleSet(), file -> file.contains("TP-01"));
        CaseRunner runner = new CaseRunner(rules, SmallPolicy.CLOCK);
        Decision decision = service.decide(
                        "tree-planting",
                        json("{\"caseId\":\"elm\",\"asOf\":\"2026-03-02\",\"tree\":{\"distance\":1}}"),
                        false)
                .decision();

        assertThat(folder.problems()).isEmpty();
        assertThat(folder.files()).hasSize(1);
        assertThat(runner.run(folder.files().get(0))).hasSize(5).allMatch(CaseResult::passed);
        assertThat(runner.coverage().gaps()).isEmpty();
        assertThat(decision.outcome()).isEqualTo("MOVE_IT");
    }

    @Test
    void anEditIsLiveWithoutARestart() throws Exception {
        writeDecision();
        LiveRules rules = LiveRules.load(home.resolve("rules"), SmallPolicy.CLOCK);
        DecisionService service = new DecisionService(rules, SmallPolicy.CLOCK);
        byte[] tree = json("{\"caseId\":\"elm\",\"asOf\":\"2026-03-02\",\"tree\":{\"distance\":2}}");
        String before = service.decide("tree-planting", tree, false).decision().outcome();

        Path parameters = home.resolve("rules/parameters.csv");
        Files.writeString(parameters, Files.readString(parameters).replace(",2.5,", ",1.5,"));
        boolean settled = rules.refresh();
        boolean changed = rules.refresh();

        assertThat(before).isEqualTo("MOVE_IT");
        assertThat(settled).isFalse();
        assertThat(changed).isTrue();
        assertThat(service.decide("tree-planting", tree, false).decision().outcome())
                .isEqualTo("PLANT_IT");
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
