package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.facts.Suggestion;
import org.hqccp.http.CannotStart;
import org.hqccp.http.DecisionServer;
import org.hqccp.http.Limit;
import org.hqccp.http.Limits;
import org.hqccp.http.Settings;
import org.hqccp.http.Tokens;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers over HTTP until it is stopped. */
@Command(
        name = "serve",
        description =
                "Answers over HTTP until it is stopped (Ctrl-C or SIGTERM). An edit of the rules is live within five seconds.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp serve                                        this machine only, on port 8080",
            "  hqccp serve --port 0                               on a port that is free",
            "  hqccp serve --host 0.0.0.0 --tokens tokens.csv     for other machines, which show a token",
            "  hqccp serve --limit deadline-ms=500                less time for a decision than the standard"
        })
final class ServeCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "The address to answer on. Any but one of this machine alone needs --tokens. Default: 127.0.0.1.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "The port; 0 picks one that is free. Default: 8080.")
    private int port = 8080;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the decision log is kept; made where there is none. Default: data.")
    private @Nullable Path data;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = "Who may call: a CSV file of hashed tokens. 'hqccp token' makes its lines. It is read once.")
    private @Nullable Path tokens;

    @Option(
            names = "--limit",
            paramLabel = "NAME=N",
            description = "Another limit for requests, such as case-bytes=65536. May be given several times.")
    private Map<String, Long> limits = new LinkedHashMap<>();

    @Option(names = "--raise-limits", description = "Allow --limit to go above the standard. It shows on /readyz.")
    private boolean raise;

    ServeCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call()
            throws IOException, RulesRefused, Refusal, CannotStart, FolderRefused, StoreException,
                    InterruptedException {
        Settings settings = new Settings(host, port, chosenLimits(), knownTokens(), Settings.LOOK_EVERY);
        Path folder = CheckedRules.exists(folders.rules(rules.folder()));
        LiveRules live = LiveRules.load(folder, clock);
        Path kept = folders.data(data);
        DecisionLog log = Logs.open(kept, clock, screen);
        DecisionServer server;
        try {
            server = DecisionServer.start(settings, new DecisionService(live, clock), log);
        } catch (CannotStart e) {
            log.close();
            throw e;
        }
        // Asked to stop, the service lets what has begun end; that is fine, whatever signal asked.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            Logs.close(log, screen);
            screen.out().flush();
            Runtime.getRuntime().halt(ExitCode.FINE.code());
        }));
        screen.out()
                .print(Greeting.text(
                        screen, settings, server.port(), folder, live.current().ruleSet(), kept, log.health()));
        screen.out().flush();
        new CountDownLatch(1).await();
        return ExitCode.FINE.code();
    }

    private Limits chosenLimits() throws Refusal {
        Limits chosen = Limits.STANDARD;
        for (Map.Entry<String, Long> entry : limits.entrySet()) {
            Limit limit = Limit.named(entry.getKey());
            long value = entry.getValue();
            if (limit == null) {
                String advice = Suggestion.didYouMean(entry.getKey(), Limit.words());
                throw new Refusal("there is no limit " + entry.getKey() + "; "
                        + (advice == null ? "there are " + String.join(", ", Limit.words()) + "." : advice));
            } else if (value < 1 || value > Integer.MAX_VALUE && value > limit.standard()) {
                throw new Refusal("the limit " + limit.word() + " cannot be " + value + ".");
            } else if (value > limit.standard() && !limit.mayBeRaised()) {
                throw new Refusal("the limit " + limit.word() + " cannot be above " + limit.standard() + ".");
            } else if (value > limit.standard() && !raise) {
                throw new Refusal("the limit " + limit.word() + " is above the standard, " + limit.standard()
                        + "; if you want that, say --raise-limits.");
            }
            chosen = chosen.with(limit, value);
        }
        return chosen;
    }

    private @Nullable Tokens knownTokens() throws IOException, Refusal {
        Path file = tokens;
        if (file == null) {
            return null;
        }
        List<Problem> problems = new ArrayList<>();
        Tokens known = Tokens.read(file, problems);
        if (!problems.isEmpty()) {
            screen.err().print(new ProblemReport(screen).text(problems));
            throw new Refusal("the file of tokens holds problems; nothing was started.");
        }
        return known;
    }
}
