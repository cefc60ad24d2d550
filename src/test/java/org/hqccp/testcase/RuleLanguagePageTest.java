package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Trips;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.LiveRules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of {@code docs/rule-language.md} is what it says: the good ones are read, the wrong ones are told in those words. */
class RuleLanguagePageTest {
    private static final Path PAGE = Path.of("docs/rule-language.md");
    private static final Path RULES = Path.of("rules");
    private static final String RULE = "school-designation/guided-academic-pathways/GP-06-technical-courses";
    private static final Pattern REFUSED = Pattern.compile("(?m)^\\| `([^`]*)` \\| (.*) \\|$");
    private static String page;
    private static List<String> blocks;

    @TempDir
    private Path temp;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
        blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String line : (page + "\nend\n").lines().toList()) {
            if (line.startsWith("    ")) {
                block.append(line.substring(4)).append('\n');
            } else if (!line.isBlank() && block.length() > 0) {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
    }

    private static String block(String start) {
        return blocks.stream().filter(b -> b.startsWith(start)).findFirst().orElseThrow();
    }

    private static List<Problem> problems(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSetReader.read(files, problems);
        return problems;
    }

    private static SortedMap<String, String> policy() throws IOException {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, String> files = RuleFolder.read(RULES, problems);
        assertThat(problems).isEmpty();
        return files;
    }

    @Test
    void everyExampleIsReadByOneOfTheseTests() {
        assertThat(blocks)
                .hasSize(6)
                .extracting(block -> block.split("[ /\n,]", 2)[0])
                .containsExactly("rules", "rule", "entity:", "name", "decision:", "rule:");
    }

    @Test
    void theFolderHoldsTheFilesNamed() {
        assertThat(block("rules/").lines().skip(1).map(line -> line.strip().split(" ", 2)[0]))
                .hasSize(10)
                .filteredOn(name -> !name.contains("<") && !name.contains("*"))
                .allSatisfy(name -> assertThat(RULES.resolve(name)).exists());
    }

    @Test
    void theRuleIsRead() throws IOException {
        SortedMap<String, String> files = policy();
        files.put(RULE + ".drl", block("rule \""));

        assertThat(problems(files)).isEmpty();
    }

    @Test
    void theFactsAreRead() {
        String inner = """
                entity: course
                label: course
                list: technicalCourses
                of: program
                facts:
                  title: {label: title, type: text, class: GREEN, ask: never}
                """;
        String facts = block("entity:") + "  id: {label: name, type: text, class: GREEN, ask: never}\n";

        assertThat(problems(Trips.with(Map.of("facts/program.yaml", facts, "facts/course.yaml", inner))))
                .isEmpty();
    }

    @Test
    void theParametersAreRead() {
        SortedMap<String, String> files = Trips.files();
        files.computeIfPresent("sources.csv", (name, text) -> text + "S03,SOURCED,x,whole\nS64,SOURCED,x,whole\n");
        List<String> lines = block("name,value").lines().toList();
        files.computeIfPresent(
                "parameters.csv",
                (name, text) -> lines.get(0) + text.substring(text.indexOf('\n')) + lines.get(1) + "\n");

        assertThat(problems(files)).isEmpty();
    }

    @Test
    void theDecisionIsRead() throws IOException {
        String whole = block("decision:").replace(", …]", "]").replace("…", "made up");
        String file = "school-designation/decision.yaml";
        SortedMap<String, String> alone = Trips.files();
        alone.put(
                file, whole.replaceAll("(?m)^(shares|includes|needs):.*\n?", "").replace("program", "trip"));
        alone.put("school-designation/example.yaml", "as-of: 2026-03-02\ncase-id: made-up\n");
        SortedMap<String, String> made = policy();
        List<String> parts = whole.lines().toList();
        made.put("plan/decision.yaml", "decision: plan\n" + parts.get(1) + "\n" + parts.get(parts.size() - 2) + "\n");
        made.put("plan/example.yaml", "as-of: 2026-03-02\ncase-id: made-up\n");

        assertThat(problems(alone)).isEmpty();
        assertThat(problems(made)).isEmpty();
    }

    @Test
    void theTestCasesPass() throws Exception {
        LiveRules rules = LiveRules.load(RULES, SmallPolicy.CLOCK);
        Path cases = temp.resolve("test-cases");
        SmallPolicy.copy(
                Path.of("test-cases/base"), Files.createDirectories(cases).resolve("base"));
        Path place = cases.resolve(RULE + ".yaml");
        Files.createDirectories(place.getParent());
        Files.writeString(place, block("rule: "));
        CaseFolder folder = CaseFolder.read(
                cases, rules.current().ruleSet(), file -> file.endsWith(".yaml") && file.contains("GP-06"));
        CaseRunner runner = new CaseRunner(rules, SmallPolicy.CLOCK);

        assertThat(folder.files()).hasSize(1);
        assertThat(runner.run(folder.files().get(0)))
                .hasSize(3)
                .allSatisfy(result ->
                        assertThat(result.passed()).as(Failures.words(result)).isTrue());
    }

    @Test
    void whatIsRefusedIsToldInTheWordsOfThePage() throws IOException {
        List<MatchResult> refused = REFUSED.matcher(page.substring(page.indexOf("## 9. ")))
                .results()
                .toList();
        SortedMap<String, String> files = policy();

        assertThat(refused).hasSize(13);
        for (MatchResult each : refused) {
            files.put(RULE + ".drl", """
                    rule "GP-06 At least two technical courses in the sector"
                      @source( "S03" )
                      @from( "2017-08-01" )
                    when
                      $program : Program( %s )
                    then
                      met( $program );
                    end
                    """.formatted(each.group(1)));
            assertThat(problems(files))
                    .as(each.group(1))
                    .extracting(p -> p.message() + (p.advice() == null ? "" : " (" + p.advice() + ")"))
                    .containsExactly(each.group(2).replace("\\|", "|"));
        }
    }
}
