package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.page.ExplainedPage;
import org.hqccp.service.ExplainedDecision;
import org.hqccp.service.LogDesk;
import org.hqccp.service.NoSuchEntry;
import org.hqccp.service.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One recorded decision as a page to file. */
@Command(
        name = "explain",
        description = {
            "Prints a recorded decision as a page to file: the outcome, each criterion with its values and sources, the rule text as"
                    + " it was, what would have changed it, and the proof that it stands in the log.",
            "The case is decided again on the way; if the decision differs, the page says so and the command ends with 5."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp explain 0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60 --purpose 'yearly audit 2026'",
            "  hqccp explain 0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60 --purpose 'appeal of the family' --json"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(paramLabel = "ID", description = "The decision id.")
    private String id = "";

    @Mixin
    private OpenedLog opened = new OpenedLog();

    @Option(names = "--json", description = "Print it for machines.")
    private boolean json;

    ExplainCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call()
            throws IOException, FolderRefused, StoreException, DamagedEntry, LogRefused, FormatException, Refusal {
        try (DecisionLog log = opened.open(
                folders,
                clock,
                screen,
                "Ask it: GET /v1/log/" + id
                        + "/explanation with the header Purpose (docs/http-api.md). Or stop it first.")) {
            LogDesk desk = new LogDesk(log);
            LogDesk.Opened entry = desk.decision(opened.reader(), id);
            ExplainedDecision explained = ExplainedDecision.of(
                    entry,
                    new Replay(log.archive(), clock),
                    log.archive().proof(entry.entry().leaf().index()));
            screen.out()
                    .println(
                            json
                                    ? new String(explained.json(), StandardCharsets.UTF_8)
                                    : new ExplainedPage(screen, explained).text());
            screen.out().flush();
            boolean differs = explained.replay().verdict() == Replay.Verdict.DIFFERS;
            return (differs ? ExitCode.REPLAY_DIFFERS : ExitCode.FINE).code();
        } catch (NoSuchEntry e) {
            throw new Refusal("there is no decision " + id
                    + " in the log; 'hqccp log search --id' tells what other entry it is.");
        }
    }
}
