package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogArchive;
import org.hqccp.decisionlog.LogKeys;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.sqlite.SqliteReader;
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
            "'hqccp redecide' tells what another rule set would make of them."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp replay                                            every decision",
            "  hqccp replay 0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60       one decision",
            "  hqccp replay --sample 1000 --seed 7                     a thousand, the same ones each time"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int PAGE = 100;
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

    private long same;
    private long different;
    private long notReplayable;

    ReplayCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, FolderRefused, StoreException, DamagedEntry, Refusal {
        Path folder = folders.data(data.folder());
        LogKeys keys = LogKeys.of(Settings.usualKeyFile(folder));
        try (LogReader reader = SqliteReader.open(folder)) {
            LogArchive log = new LogArchive(reader, keys);
            Replay replay = new Replay(log, clock);
            if (id == null) {
                all(log, replay);
            } else {
                Entry entry = log.entry(id);
                if (entry == null) {
                    throw new Refusal("there is no entry " + id + " in the log.");
                }
                tell(replay.replay(entry));
            }
        }
        screen.out()
                .println(Plural.of((int) same, "decision") + " the same, " + different + " different, " + notReplayable
                        + " not replayable.");
        screen.out().flush();
        return (different == 0 ? ExitCode.FINE : ExitCode.REPLAY_DIFFERS).code();
    }

    private void all(LogArchive log, Replay replay) throws StoreException, DamagedEntry {
        Progress progress = new Progress(screen);
        SplittableRandom random = new SplittableRandom(seed);
        long size = log.size();
        for (long from = 0; from < size; from += PAGE) {
            for (Entry entry : log.entries(from, (int) Math.min(PAGE, size - from))) {
                boolean drawn = sample == 0 || random.nextLong(size) < sample;
                if (entry.leaf().kind().holdsDecision() && drawn) {
                    tell(replay.replay(entry));
                }
            }
            progress.at((int) from, (int) size, "entries");
        }
        progress.end();
    }

    private void tell(Replay.Result result) {
        switch (result.verdict()) {
            case SAME -> same++;
            case DIFFERS -> different++;
            case NOT_REPLAYABLE -> notReplayable++;
        }
        if (result.verdict() != Replay.Verdict.SAME) {
            String words = result.verdict() == Replay.Verdict.DIFFERS ? "differs" : "not replayable";
            screen.out().println("decision " + result.id() + " (entry " + result.index() + ") " + words);
            result.differences().forEach(line -> screen.out().println("  " + line.strip()));
        }
    }
}
