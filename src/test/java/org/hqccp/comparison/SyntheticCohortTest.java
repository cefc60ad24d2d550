package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hqccp.cohort.CohortLine;
import org.hqccp.cohort.Marginals;
import org.hqccp.json.CaseReader;
import org.hqccp.json.DocumentException;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.junit.jupiter.api.Test;

/** A made-up cohort: honest about itself, the same each time, and readable by the real rules. */
class SyntheticCohortTest {
    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        assertThat(new MadeUpCases(50).lines()).isEqualTo(new MadeUpCases(50).lines());
    }

    @Test
    void everyLineSaysThatItIsMadeUp() throws Exception {
        List<String> lines = new MadeUpCases(50).lines();

        assertThat(lines).hasSize(51).allMatch(line -> line.contains("\"synthetic\":true"));
        assertThat(lines.get(0)).contains("made up by chance");
        assertThat(lines.subList(1, 51)).allMatch(line -> line.contains("\"school\":\"Synthetic "));
    }

    @Test
    void theRealRulesTakeEveryCaseAndNoGroupStandsInOne() throws Exception {
        RuleSet rules = EditedRules.of(Path.of("rules")).read();
        for (CaseItem item : new MadeUpCases(100).items()) {
            assertThat(CaseReader.read(item.caseJson(), rules.dictionary()).caseId())
                    .startsWith("synthetic-");
            assertThat(new String(item.caseJson(), StandardCharsets.UTF_8)).doesNotContain("race", "gender");
        }
    }

    @Test
    void sharesAreAboutThoseOfTheTable() throws Exception {
        TreeMap<String, Long> races = new MadeUpCases(4000)
                .items().stream()
                        .map(CaseItem::cohort)
                        .map(line -> line == null ? "" : line.groups().getOrDefault("race", ""))
                        .collect(Collectors.groupingBy(r -> r, TreeMap::new, Collectors.counting()));

        assertThat(races.get("LATINX")).isBetween(1660L, 1860L);
        assertThat(races.get("OTHER")).isBetween(80L, 160L);
    }

    @Test
    void offersNeverOutnumberSeats() throws Exception {
        TreeMap<String, Long> drawn = new TreeMap<>();
        TreeMap<String, Long> seats = new TreeMap<>();
        for (CaseItem item : new MadeUpCases(2000).items()) {
            CohortLine line = item.cohort();
            CohortLine.Draw draw = line == null ? null : line.lottery();
            if (draw != null && draw.offered()) {
                drawn.merge(draw.pool(), 1L, Long::sum);
                String[] names = draw.pool().split(" at ", -1);
                String program = new String(item.caseJson(), StandardCharsets.UTF_8)
                        .replaceFirst(".*\"id\":\"" + names[0] + "\"[^}]*\"seats\":(\\d+).*", "$1");
                seats.put(draw.pool(), Long.valueOf(program));
            }
        }
        assertThat(drawn).isNotEmpty().isEqualTo(seats);
    }

    @Test
    void aTableThatDoesNotAddUpIsToldWithItsMistakes() throws Exception {
        String good = Files.readString(MadeUpCases.SHARES);
        assertThat(problems(good.replace("race,WHITE,0.15", "race,WHITE,0.25")))
                .singleElement()
                .asString()
                .contains("the shares of 'race' come to 1.10");
        assertThat(problems(good.replace("race,WHITE,0.15", "race,WHITE,15%")))
                .asString()
                .contains("'15%' is not a share");
        assertThat(problems(good.replace("gender,", "sex,"))).asString().contains("there is no share of 'gender'");
        assertThat(problems(good.replace("race,WHITE,0.15,DESIGN,DESIGN", "race,WHITE,0.15,,SURE")))
                .asString()
                .contains("a share says where it comes from");
    }

    @Test
    void aLineWithAnythingElseIsRefused() {
        for (String line : List.of(
                "[]",
                "{}",
                "{\"case\":{},\"race\":\"x\"}",
                "{\"case\":{},\"groups\":{\"race\":[1]}}",
                "{\"case\":{},\"lottery\":{\"pool\":\"a\",\"tickets\":0,\"offered\":true}}",
                "{\"case\":{},\"case\":{}}",
                "{\"case\":{}} x",
                "{\"case\":{}")) {
            assertThat(catchThrowable(() -> CohortLine.read(line.getBytes(StandardCharsets.UTF_8), new TreeSet<>())))
                    .as(line)
                    .isInstanceOf(DocumentException.class);
        }
    }

    private static List<Problem> problems(String table) {
        List<Problem> problems = new ArrayList<>();
        assertThat(Marginals.read("marginals.csv", table, problems)).isNull();
        return problems;
    }
}
