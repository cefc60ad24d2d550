package org.hqccp.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Status;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** The case beside a warning can be decided as it stands, and shows what the warning says. */
class ExamplesRunTest {
    private static final long SEED = 20_260_928;
    private static final int RUNS = 40;

    private static RuleSet read(SortedMap<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        RuleSet read = RuleSetReader.read(files, problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(read);
    }

    private static String criterion(String id, String condition) {
        return "rule \"" + id + " Some condition holds\"\n  @source( \"DESIGN\" )\n  @from( \"2020-01-01\" )\nwhen\n"
                + "  $event : Event( " + condition + " )\nthen\n  met( $event );\nend\n";
    }

    /** What the rules of a warning come to in its example. */
    private static List<Status> statuses(DecisionService service, Warning warning) throws Exception {
        Node.Mapping written = (Node.Mapping) Documents.yaml(Objects.requireNonNull(warning.example()));
        byte[] json = Documents.toJson(YamlCase.json(written)).getBytes(StandardCharsets.UTF_8);
        Decision decision = service.decide(Objects.requireNonNull(warning.decision()), json, false)
                .decision();
        Map<String, Status> found = decision.findings().stream()
                .collect(Collectors.toMap(f -> f.ruleId(), f -> f.status(), (a, b) -> a, TreeMap::new));
        List<Status> statuses = new ArrayList<>();
        for (String rule : warning.about().split(" & ", -1)) {
            assertThat(found).as(warning.message()).containsKey(rule);
            statuses.add(Objects.requireNonNull(found.get(rule)));
        }
        return statuses;
    }

    @Test
    void ofSmallRandomRules() throws Exception {
        System.out.println("ExamplesRunTest seed " + SEED);
        Random random = new Random(SEED);
        TreeSet<Warning.Kind> kinds = new TreeSet<>();
        for (int i = 0; i < RUNS; i++) {
            SortedMap<String, String> files = RuleFolder.read(SmallPolicy.RULES, new ArrayList<>());
            files.put(
                    "event-permit/safety/EV-01-seats.drl",
                    criterion("EV-01", Condition.random(random).text()));
            files.put(
                    "event-permit/safety/EV-02-supervised.drl",
                    criterion("EV-02", Condition.random(random).text()));
            RuleSet rules = read(files);
            List<Warning> told = Verification.of(rules).stream()
                    .filter(w -> w.example() != null)
                    .toList();
            if (told.isEmpty()) {
                continue;
            }
            DecisionService service = new DecisionService(LiveRules.fixed(rules, SmallPolicy.CLOCK), SmallPolicy.CLOCK);
            for (Warning warning : told) {
                List<Status> statuses = statuses(service, warning);
                List<Status> expected = switch (warning.kind()) {
                    case NEVER -> List.of(Status.NOT_MET);
                    case ALWAYS -> List.of(Status.MET);
                    case CONTRADICTION -> List.of(Status.MET, Status.NOT_MET);
                    case ADDS_NOTHING -> List.of(Status.NOT_MET, Status.NOT_MET);
                    default -> List.of();
                };
                assertThat(statuses).as(warning.message()).isEqualTo(expected);
                kinds.add(warning.kind());
            }
        }
        assertThat(kinds).hasSize(4);
    }

    /** Those that policy staff accepted are shown to nobody, and run all the same. */
    @Test
    void ofTheRealRules() throws Exception {
        RuleSet rules = read(RuleFolder.read(Path.of("rules"), new ArrayList<>()));
        List<Warning> told = Verification.all(rules).stream()
                .filter(w -> w.example() != null)
                .toList();
        DecisionService service = new DecisionService(LiveRules.fixed(rules, SmallPolicy.CLOCK), SmallPolicy.CLOCK);

        assertThat(told).isNotEmpty();
        for (Warning warning : told) {
            List<Status> statuses = statuses(service, warning);
            if (warning.kind() == Warning.Kind.NEVER) {
                assertThat(statuses).as(warning.message()).doesNotContain(Status.MET);
            } else if (warning.kind() == Warning.Kind.ALWAYS) {
                assertThat(statuses).as(warning.message()).doesNotContain(Status.NOT_MET);
            } else {
                assertThat(warning.kind()).isEqualTo(Warning.Kind.ADDS_NOTHING);
                assertThat(statuses.stream().distinct()).as(warning.message()).hasSize(1);
            }
        }
    }
}
