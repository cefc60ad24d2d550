package org.hqccp.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.http.CannotStart;
import org.hqccp.http.DecisionServer;
import org.hqccp.http.Limits;
import org.hqccp.http.Settings;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;

/**
 * Starts, answers every example once and stops, with a decision log that is thrown away. The launcher runs it after a build, while Java takes
 * down which classes a start needs, so that later starts find them ready.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Starts, answers every example once and stops; nothing is kept.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = "  hqccp rehearse")
final class RehearseCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    RehearseCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call()
            throws IOException, RulesRefused, Refusal, CannotStart, FolderRefused, StoreException, CaseRefused,
                    NoSuchDecision {
        LiveRules live = LiveRules.load(CheckedRules.exists(folders.rules(null)), clock);
        DecisionService service = new DecisionService(live, clock);
        Map<String, String> examples = live.current().ruleSet().examples();
        DecisionReport report = new DecisionReport(screen, live.current().ruleSet());
        for (Map.Entry<String, String> example : examples.entrySet()) {
            byte[] json = example.getValue().getBytes(StandardCharsets.UTF_8);
            report.text(service.decide(example.getKey(), json, true).decision());
        }
        Path data = Files.createTempDirectory("hqccp-rehearsal");
        try {
            DecisionLog log = Logs.open(data.resolve("data"), clock, screen);
            Settings settings = new Settings("127.0.0.1", 0, Limits.STANDARD, null, Settings.LOOK_EVERY);
            try (DecisionServer server = DecisionServer.start(settings, service, log)) {
                for (Map.Entry<String, String> example : examples.entrySet()) {
                    post(server.port(), example.getKey(), example.getValue());
                }
            } finally {
                Logs.close(log, screen);
            }
        } finally {
            delete(data);
        }
        return ExitCode.FINE.code();
    }

    private static void post(int port, String decision, String json) throws IOException, Refusal {
        URI where = URI.create("http://127.0.0.1:" + port + "/v1/decisions/" + decision);
        HttpURLConnection connection = (HttpURLConnection) where.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        connection.disconnect();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new Refusal("the example of " + decision + " was answered with " + status + ".");
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
