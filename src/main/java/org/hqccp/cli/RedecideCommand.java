package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.facts.Plural;
import org.hqccp.json.Json;
import org.hqccp.service.LiveRules;
import org.hqccp.service.LogDesk;
import org.hqccp.service.Replay;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What another rule set would make of the recorded cases. */
@Command(
        name = "redecide",
        description = {
            "Decides every recorded case under another rule set, and tells which decisions would differ, by outcome and by rule.",
            "Nothing is changed. It ends with 0 if no decision would differ, and with 5 if one would."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp redecide --under rules-of-next-year --purpose 'effect of the new threshold'",
            "  hqccp redecide --under rules-of-next-year --purpose 'effect of the new threshold' --json"
        })
final class RedecideCommand implements Callable<Integer> {
    private static final int PAGE = 100;
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Option(names = "--under", required = true, paramLabel = "DIR", description = "The other rule folder.")
    private Path under = Path.of("");

    @Mixin
    private OpenedLog opened = new OpenedLog();

    @Option(names = "--json", description = "Print it for machines.")
    private boolean json;

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> rules = new TreeMap<>();
    private final List<Replay.Result> different = new ArrayList<>();
    private int same;
    private int notReplayable;

    RedecideCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call()
            throws IOException, FolderRefused, StoreException, DamagedEntry, LogRefused, RulesRefused, Refusal {
        LiveRules other = LiveRules.load(CheckedRules.exists(under, "--under"), clock);
        try (DecisionLog log = opened.open(folders, clock, screen, OpenedLog.NO_ROUTE)) {
            String version = other.current().ruleSet().version();
            new LogDesk(log).recordAccess(opened.reader(), "redecide", null, Map.of("under", version));
            Replay replay = Replay.under(log.archive(), other, clock);
            Progress progress = new Progress(screen);
            long size = log.size();
            for (long from = 0; from < size; from += PAGE) {
                for (Entry entry : log.archive().entries(from, (int) Math.min(PAGE, size - from))) {
                    if (entry.leaf().kind().holdsDecision()) {
                        count(replay.replay(entry));
                    }
                }
                progress.at((int) from, (int) size, "entries");
            }
            progress.end();
        }
        if (json) {
            screen.out().println(json());
        } else {
            tell();
        }
        screen.out().flush();
        return (different.isEmpty() ? ExitCode.FINE : ExitCode.REPLAY_DIFFERS).code();
    }

    private void count(Replay.Result result) {
        switch (result.verdict()) {
            case SAME -> same++;
            case NOT_REPLAYABLE -> notReplayable++;
            case DIFFERS -> {
                different.add(result);
                for (Replay.Drift drift : result.drifts()) {
                    (drift.of().startsWith("rule ") ? rules : outcomes)
                            .merge(drift.of() + ": " + drift.before() + ", now " + drift.now(), 1, Integer::sum);
                }
            }
        }
    }

    private void tell() {
        screen.out()
                .println(Plural.of(same, "decision") + " the same, " + different.size() + " different, " + notReplayable
                        + " not replayable.");
        table("By outcome", outcomes);
        table("By rule", rules);
        if (!different.isEmpty()) {
            screen.out().println();
            screen.out().println(screen.bold("Decisions"));
            different.forEach(result -> {
                String first = result.differences().isEmpty()
                        ? ""
                        : result.differences().get(0).strip();
                screen.out().println("  " + result.id() + "  " + first);
            });
        }
    }

    private void table(String heading, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            screen.out().println();
            screen.out().println(screen.bold(heading));
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                    .forEach(each -> screen.out().printf("  %6d  %s%n", each.getValue(), each.getKey()));
        }
    }

    private String json() {
        return new String(
                Json.bytes(Json.object(
                        "same",
                        same,
                        "different",
                        different.size(),
                        "notReplayable",
                        notReplayable,
                        "byOutcome",
                        outcomes,
                        "byRule",
                        rules,
                        "decisions",
                        Json.list(
                                different,
                                result -> Json.object("id", result.id(), "differences", result.differences())))),
                StandardCharsets.UTF_8);
    }
}
