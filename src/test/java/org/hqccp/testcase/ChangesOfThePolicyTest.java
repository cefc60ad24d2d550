package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hqccp.facts.Changer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every change proposed for a test case of the policy that is about a NOT_MET, and for every whole case: made from outside in the JSON of
 * the case, and decided again.
 */
class ChangesOfThePolicyTest {
    private static final Set<String> OF_STUDENTS = Set.of(
            "pathway-eligibility",
            "student-supports",
            "student-plan",
            "data-sharing",
            "work-hours",
            "work-placement",
            "plan-handoff");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Asked> ASKED = new ArrayList<>();
    private static DecisionService service;

    /** A case and what was answered, as little of it as the tests need: there are many. */
    private record Asked(
            String what,
            String of,
            String decision,
            String caseJson,
            Map<String, String> statuses,
            JsonNode changes,
            int hash) {}

    /** One change with what it is about. */
    private record Proposed(Asked asked, JsonNode change) {
        String what() {
            return asked.what + ": " + change;
        }

        String rule() {
            return change.at("/ruleId").asText();
        }

        String subject() {
            return change.at("/subject").asText();
        }
    }

    @BeforeAll
    static void decideEveryCase() throws Exception {
        LiveRules rules = LiveRules.load(Path.of("rules"), SmallPolicy.CLOCK);
        service = new DecisionService(rules, SmallPolicy.CLOCK);
        CaseFolder folder =
                CaseFolder.read(Path.of("test-cases"), rules.current().ruleSet(), file -> true);
        for (CaseFile file : folder.files()) {
            for (TestCase each : file.cases()) {
                boolean asIs = each.ruleSet()
                        .parameters()
                        .equals(rules.current().ruleSet().parameters());
                if (asIs
                        && (file.rule() == null
                                || "NOT_MET".equals(each.expectation().status()))) {
                    ask(file, each);
                }
            }
        }
    }

    private static void ask(CaseFile file, TestCase each) throws Exception {
        JsonNode decision = decide(file.decision(), new String(each.caseJson(), StandardCharsets.UTF_8), true);
        String caseJson = new String(each.caseJson(), StandardCharsets.UTF_8);
        for (JsonNode part : parts(decision)) {
            ASKED.add(new Asked(
                    file.file() + " / " + each.name(),
                    file.decision(),
                    part.at("/name").asText(),
                    caseJson,
                    statuses(part),
                    part.path("changes").deepCopy(),
                    part.toString().hashCode()));
        }
    }

    /** The decisions a plan is made of, or the decision itself. */
    private static List<JsonNode> parts(JsonNode decision) {
        List<JsonNode> parts = new ArrayList<>();
        decision.path("parts").forEach(parts::add);
        return parts.isEmpty() ? List.of(decision) : parts;
    }

    /** In a plan a part may ask for less than alone, so it is asked for as it was. */
    private static boolean comesOutAgain(Asked asked) throws Exception {
        return parts(decide(asked.of, asked.caseJson, true)).stream()
                .filter(part -> part.at("/name").asText().equals(asked.decision))
                .allMatch(part -> part.toString().hashCode() == asked.hash);
    }

    private static JsonNode decide(String decision, String caseJson, boolean changes)
            throws CaseRefused, NoSuchDecision, IOException {
        return JSON.readTree(service.decide(decision, caseJson.getBytes(StandardCharsets.UTF_8), changes)
                        .answer()
                        .bytes())
                .at("/decision");
    }

    private static List<Proposed> proposed() {
        List<Proposed> all = new ArrayList<>();
        ASKED.forEach(asked -> asked.changes.forEach(c -> all.add(new Proposed(asked, c))));
        return all;
    }

    @Test
    void eachNotMetHasAChangeOrAReason() {
        for (Asked asked : ASKED) {
            List<String> notMet = new ArrayList<>();
            asked.statuses.forEach((finding, status) -> {
                if (status.equals("NOT_MET")) {
                    notMet.add(finding);
                }
            });
            List<String> answered = new ArrayList<>();
            for (JsonNode change : asked.changes) {
                answered.add(change.at("/ruleId").asText() + " "
                        + change.at("/subject").asText());
                assertThat(change.path("edits").isEmpty()).isEqualTo(change.has("reason"));
            }
            assertThat(answered).as(asked.what).containsExactlyElementsOf(notMet);
        }
        assertThat(proposed()).hasSizeGreaterThan(200);
    }

    @Test
    void eachChangeMadeInTheCaseTurnsItsFindingAndMakesNoOtherWorse() throws Exception {
        int made = 0;
        for (Proposed each : proposed()) {
            if (!each.change.path("edits").isEmpty()) {
                JsonNode after = decide(
                        each.asked.decision, EditedCase.of(each.asked.caseJson, each.change.path("edits"), -1), false);
                Map<String, String> statuses = statuses(after);
                assertThat(statuses.get(each.rule() + " " + each.subject()))
                        .as(each.what())
                        .isEqualTo("MET");
                Map<String, String> before = each.asked.statuses;
                statuses.forEach((finding, status) -> assertThat(
                                status.equals("NOT_MET") && !"NOT_MET".equals(before.get(finding)))
                        .as(finding + " after " + each.what())
                        .isFalse());
                assertThat(outcome(after, each.subject()))
                        .as(each.what())
                        .isEqualTo(each.change.at("/outcomeThen").asText());
                made++;
            }
        }
        assertThat(made).isGreaterThan(150);
    }

    private static Map<String, String> statuses(JsonNode decision) {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (JsonNode finding : decision.path("findings")) {
            if (!finding.at("/kind").asText().equals("conclusion")) {
                statuses.put(
                        finding.at("/ruleId").asText() + " "
                                + finding.at("/subject").asText(),
                        finding.at("/status").asText());
            }
        }
        return statuses;
    }

    private static String outcome(JsonNode decision, String subject) {
        for (JsonNode result : decision.path("results")) {
            if (result.at("/subject").asText().equals(subject)) {
                return result.at("/outcome").asText();
            }
        }
        return "none";
    }

    @Test
    void noNumberMovesAStepTooFar() throws Exception {
        int tried = 0;
        for (Proposed each : proposed()) {
            JsonNode edits = each.change.path("edits");
            for (int i = 0; i < edits.size(); i++) {
                JsonNode edit = edits.get(i);
                boolean far = edit.path("to").isIntegralNumber()
                        && edit.path("from")
                                        .decimalValue()
                                        .subtract(edit.path("to").decimalValue())
                                        .abs()
                                        .compareTo(BigDecimal.ONE)
                                > 0;
                if (far) {
                    JsonNode after = decide(each.asked.decision, EditedCase.of(each.asked.caseJson, edits, i), false);
                    assertThat(statuses(after).get(each.rule() + " " + each.subject()))
                            .as(each.what())
                            .isNotEqualTo("MET");
                    tried++;
                }
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    void noChangeTouchesWhatMayNotChange() {
        for (Proposed each : proposed()) {
            boolean school = !OF_STUDENTS.contains(each.asked.decision);
            for (JsonNode edit : each.change.path("edits")) {
                List<Fact> facts = facts(edit);
                boolean item = edit.at("/pointer").asText().endsWith("/-");
                for (Fact fact : facts) {
                    assertThat(fact.factClass()).as(each.what()).isEqualTo(FactClass.GREEN);
                    assertThat(fact.neverStore()).as(each.what()).isFalse();
                    assertThat(fact.derived()).as(each.what()).isFalse();
                    assertThat(fact.type().word()).as(each.what()).doesNotContain("date", "month");
                    assertThat(String.valueOf(fact.unit()).toLowerCase(Locale.ROOT))
                            .as(each.what())
                            .doesNotContain("student", "applicant", "people", "senior");
                    assertThat(item || fact.changer() == (school ? Changer.SCHOOL : Changer.STUDENT))
                            .as(each.what())
                            .isTrue();
                }
                assertThat(item && !school).as(each.what()).isFalse();
            }
        }
    }

    /** The facts an edit states: one, or those of the item that is added. */
    private static List<Fact> facts(JsonNode edit) {
        EntityType type = service.rules().current().ruleSet().dictionary().root();
        String last = "";
        for (String name : edit.at("/pointer").asText().substring(1).split("/", -1)) {
            EntityType child = type.child(name);
            type = child == null ? type : child;
            last = name;
        }
        List<Fact> facts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (last.equals("-")) {
            edit.path("to").fieldNames().forEachRemaining(names::add);
        } else {
            names.add(last);
        }
        for (String name : names) {
            facts.add(type.fact(name));
        }
        assertThat(facts).doesNotContainNull();
        return facts;
    }

    @Test
    void theSameChangesComeOutOnEveryThread() throws Exception {
        List<Asked> some = new ArrayList<>();
        for (int i = 0; i < ASKED.size(); i += 9) {
            some.add(ASKED.get(i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> same = new ArrayList<>();
            for (Asked asked : some) {
                same.add(threads.submit(() -> comesOutAgain(asked)));
            }
            for (int i = 0; i < some.size(); i++) {
                assertThat(same.get(i).get()).as(some.get(i).what).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
