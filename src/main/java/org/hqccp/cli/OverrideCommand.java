package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.service.KeyTaken;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchEntry;
import org.hqccp.service.OverrideRefused;
import org.hqccp.service.Overrides;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that a person set another outcome. */
@Command(
        name = "override",
        description = {
            "Records that a person set another outcome than the rules gave. The decision stays as it was made.",
            "The person is the user of this machine; the reason is a code of override-reasons.csv in the rule folder."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp log override ID --outcome NOTHING_TO_FLAG --reason PAPER_SEEN --text 'The office counted again.'"
        })
final class OverrideCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Parameters(paramLabel = "ID", description = "The decision id.")
    private String id = "";

    @Option(names = "--outcome", required = true, paramLabel = "CODE", description = "The outcome that holds instead.")
    private String outcome = "";

    @Option(
            names = "--subject",
            paramLabel = "ID",
            description = "For this subject alone. Default: the decision as a whole.")
    private @Nullable String subject;

    @Option(names = "--reason", required = true, paramLabel = "CODE", description = "A code of override-reasons.csv.")
    private String reason = "";

    @Option(
            names = "--text",
            required = true,
            paramLabel = "TEXT",
            description = "What was seen, in a sentence or two, without names and without anything about health.")
    private String text = "";

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private DataOption data = new DataOption();

    OverrideCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call()
            throws IOException, FolderRefused, StoreException, DamagedEntry, LogRefused, RulesRefused, KeyTaken,
                    Refusal {
        LiveRules live = LiveRules.load(CheckedRules.exists(folders.rules(rules.folder())), clock);
        try (DecisionLog log = OpenedLog.open(
                folders,
                data.folder(),
                clock,
                screen,
                "Ask it: POST /v1/log/" + id + "/override (docs/http-api.md). Or stop it first.")) {
            byte[] answer = new Overrides(log, live)
                    .record(
                            new Overrides.Request(OpenedLog.person(), id, outcome, subject, reason, text),
                            null,
                            new byte[0])
                    .join();
            screen.out().println(new String(answer, StandardCharsets.UTF_8));
        } catch (OverrideRefused e) {
            e.problems().forEach(problem -> screen.err().println(Failures.words(problem)));
            throw new Refusal("the override was not recorded.");
        } catch (NoSuchEntry e) {
            throw new Refusal("there is no decision " + id + " in the log.");
        } catch (CompletionException e) {
            if (e.getCause() instanceof LogRefused refused) {
                throw refused;
            }
            throw e;
        }
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
