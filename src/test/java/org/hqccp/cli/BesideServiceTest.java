package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.http.DecisionServer;
import org.hqccp.http.Limits;
import org.hqccp.http.Settings;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands on the log do while a service uses its folder. */
class BesideServiceTest {
    @TempDir
    Path folder;

    private Path data;
    private Path rules;
    private PolicyLog recorded;

    @BeforeEach
    void record() throws Exception {
        data = folder.resolve("data");
        rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        recorded = PolicyLog.decide(data, rules, 40, 10);
    }

    private CommandLineRun run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", data.toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    @Test
    void theRouteThatExplainNamesGivesThePageThatExplainPrints() throws Exception {
        String[] explain = {"explain", recorded.id(1), "--purpose", "audit"};
        LiveRules live = LiveRules.load(rules, SmallPolicy.CLOCK);
        String page;
        try (DecisionLog log = PolicyLog.open(data);
                DecisionServer server = DecisionServer.start(
                        new Settings("127.0.0.1", 0, Limits.STANDARD, null, Duration.ofMinutes(1)),
                        new DecisionService(live, SmallPolicy.CLOCK),
                        log)) {
            CommandLineRun refused = run(explain);
            assertThat(refused.code()).isEqualTo(1);
            Matcher route =
                    Pattern.compile("GET (\\S+) with the header Purpose").matcher(refused.err());
            assertThat(route.find()).as(refused.err()).isTrue();
            page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + route.group(1)))
                                    .header("Purpose", "audit")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
        // The log went on meanwhile, so the way to its root and the checkpoint are others.
        String proof = "  from the leaf to the root:";
        assertThat(page).contains(proof);
        assertThat(page.substring(0, page.indexOf(proof)))
                .isEqualTo(run(explain).out().split(proof, 2)[0]);
    }

    @Test
    void whatRecordsSaysWhereToGoInsteadAndWhatOnlyLooksGoesOn() throws Exception {
        String id = recorded.id(0);
        try (DecisionLog log = PolicyLog.open(data)) {
            long before = log.size();

            assertThat(run("log", "search", "--purpose", "p").err())
                    .isEqualTo("hqccp: Another service is using the data folder " + data + ".\n"
                            + "hqccp: Ask it: GET /v1/log with the same filters and the header Purpose"
                            + " (docs/http-api.md). Or stop it first.\n");
            assertThat(run(
                                    "log",
                                    "override",
                                    id,
                                    "--outcome",
                                    "ALLOWED",
                                    "--reason",
                                    "PAPER_SEEN",
                                    "--text",
                                    "t",
                                    "--rules",
                                    rules.toString())
                            .err())
                    .contains("Ask it: POST /v1/log/" + id + "/override");
            String out = folder.resolve("out").toString();
            assertThat(run("log", "export", "--format", "csv", "--out", out, "--purpose", "p")
                            .err())
                    .contains("It has no route for the whole log.");
            assertThat(run("redecide", "--under", rules.toString(), "--purpose", "p")
                            .err())
                    .contains("It has no route for the whole log.");
            assertThat(log.size()).isEqualTo(before);

            assertThat(run("verify-log").code()).isZero();
            assertThat(run("replay").code()).isZero();
            assertThat(log.size()).isEqualTo(before);
        }
    }
}
