package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogArchive;
import org.hqccp.decisionlog.LogKeys;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.facts.Plural;
import org.hqccp.service.LogDesk;
import org.hqccp.service.Replay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides recorded cases again. */
@Command(
        name = "replay",
        description = {
            "Decides recorded cases again, each under the rule set it was decided under, and tells which decisions differ.",
            "Without --purpose it tells ids only, and works while a service uses the folder. With it, it tells down to the rule what"
                    + " differs, which shows outcomes: so the reading is recorded, and the service must be stopped.",
            "'hqccp redecide' tells what another rule set would make of them."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp replay                                            every decision",
            "  hqccp replay 0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60       one decision",
            "  hqccp replay --sample 1000 --seed 7                     a thousand, the same ones each time",
            "  hqccp replay --purpose 'yearly audit'                   also what differs"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int PAGE = 100;
    private static final String BESIDE = "Leave out --purpose to be told ids only; or ask it for one decision:"
            + " GET /v1/log/ID/explanation with the header Purpose (docs/http-api.md). Or stop it first.";
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One decision id. Default: every decision.")
    private @Nullable String id;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--sample", paramLabel = "N", description = "Only about so many decisions, drawn by chance.")
    private int sample;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed draws the same sample. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--purpose",
            paramLabel = "TEXT",
            description = "Why you want to know what differs. It is recorded in the log, with who read what.")
    private @Nullable String purpose;

    private long same;
    private final List<Replay.Result> different = new ArrayList<>();
    private final List<Replay.Result> notReplayable = new ArrayList<>();

    ReplayCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, FolderRefused, StoreException, DamagedEntry, LogRefused, Refusal {
        if (purpose == null) {
            Path folder = folders.data(data.folder());
            LogKeys keys = LogKeys.of(Settings.usualKeyFile(folder));
            try (LogReader reader = SqliteReader.open(folder)) {
                if (!keys.belongTo(reader)) {
                    throw new FolderRefused(
                            "The key file is not the one this log was started with.", "Put back the right key file.");
                }
                decideAgain(new LogArchive(reader, keys));
            }
        } else {
            LogDesk.Reader person = OpenedLog.reader(purpose);
            try (DecisionLog log = OpenedLog.open(folders, data.folder(), clock, screen, BESIDE)) {
                decideAgain(log.archive());
                if (!different.isEmpty()) {
                    List<String> seen =
                            different.stream().map(Replay.Result::id).toList();
                    new LogDesk(log).recordAccess(person, "replay", null, Map.of("seen", seen));
                }
            }
        }
        tell();
        return (different.isEmpty() ? ExitCode.FINE : ExitCode.REPLAY_DIFFERS).code();
    }

    private void decideAgain(LogArchive log) throws StoreException, DamagedEntry, Refusal {
        Replay replay = new Replay(log, clock);
        if (id == null) {
            all(log, replay);
            return;
        }
        Entry entry = log.entry(id);
        if (entry == null) {
            throw new Refusal("there is no entry " + id + " in the log.");
        }
        count(replay.replay(entry));
    }

    private void all(LogArchive log, Replay replay) throws StoreException, DamagedEntry {
        Progress progress = new Progress(screen);
        SplittableRandom random = new SplittableRandom(seed);
        long size = log.size();
        for (long from = 0; from < size; from += PAGE) {
            for (Entry entry : log.entries(from, (int) Math.min(PAGE, size - from))) {
                boolean drawn = sample == 0 || random.nextLong(size) < sample;
                if (entry.leaf().kind().holdsDecision() && drawn) {
                    count(replay.replay(entry));
                }
            }
            progress.at((int) from, (int) size, "entries");
        }
        progress.end();
    }

    private void count(Replay.Result result) {
        switch (result.verdict()) {
            case SAME -> same++;
            case DIFFERS -> different.add(result);
            case NOT_REPLAYABLE -> notReplayable.add(result);
        }
    }

    private void tell() {
        for (Replay.Result result : notReplayable) {
            // The name of a fact that was left out, never a value: it shows no more of the case than that it asked so
            // much.
            screen.out().println(place(result) + " not replayable: " + String.join("; ", result.differences()));
        }
        for (Replay.Result result : different) {
            screen.out().println(place(result) + " differs");
            if (purpose != null) {
                result.differences().forEach(line -> screen.out().println("  " + line.strip()));
            }
        }
        screen.out()
                .println(Plural.of((int) same, "decision") + " the same, " + different.size() + " different, "
                        + notReplayable.size() + " not replayable.");
        if (purpose == null && !different.isEmpty()) {
            screen.out().println("What differs shows outcomes: --purpose TEXT tells it, and records that you read it.");
        }
        screen.out().flush();
    }

    private static String place(Replay.Result result) {
        return "decision " + result.id() + " (entry " + result.index() + ")";
    }
}
