package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.CursorRefused;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogQuery;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.LogSearch;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.facts.Plural;
import org.hqccp.service.LogDesk;
import org.hqccp.service.LogDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seeks entries. */
@Command(
        name = "search",
        description = "Finds entries of the decision log, oldest first.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp log search --id 0196f3c2-5a7e-7c11-9d2a-1b2c3d4e5f60 --purpose 'appeal'",
            "  hqccp log search --from 2026-09-01 --to 2026-12-31 --outcome NOT_YET --purpose 'yearly audit'",
            "  hqccp log search --rule B-10 --json --purpose 'yearly audit'       one JSON object a line",
            "  hqccp log search --kind access --purpose 'who looked'"
        })
final class LogSearchCommand implements Callable<Integer> {
    private static final int PAGE = 100;
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The decision of this id, with its corrections and overrides.")
    private @Nullable String id;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "The first day, in UTC.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", converter = DayConverter.class, description = "The last day, in UTC.")
    private @Nullable LocalDate to;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description =
                    "start, ruleset, decision, correction, override or access. Default: decisions, corrections and overrides.")
    private @Nullable EntryKind kind;

    @Option(names = "--decision", paramLabel = "NAME", description = "The decision that was asked for.")
    private @Nullable String decision;

    @Option(names = "--outcome", paramLabel = "CODE", description = "An outcome, given by the rules or by an override.")
    private @Nullable String outcome;

    @Option(names = "--rule", paramLabel = "ID", description = "A rule that found something.")
    private @Nullable String rule;

    @Option(names = "--rule-set", paramLabel = "HASH", description = "The version of the rule set, or how it begins.")
    private @Nullable String ruleSet;

    @Option(names = "--about", paramLabel = "ID", description = "What corrects, overrides or read this decision.")
    private @Nullable String about;

    @Mixin
    private OpenedLog opened = new OpenedLog();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    LogSearchCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call()
            throws IOException, FolderRefused, StoreException, DamagedEntry, LogRefused, CursorRefused, FormatException,
                    Refusal {
        LogQuery query = new LogQuery(
                from == null ? null : from.toString(),
                to == null ? null : to.toString(),
                kind == null ? LogQuery.DECISIONS : Set.of(kind),
                decision,
                outcome,
                rule,
                ruleSet,
                about);
        long found = 0;
        try (DecisionLog log = opened.open(
                folders,
                clock,
                screen,
                "Ask it: GET /v1/log with the same filters and the header Purpose (docs/http-api.md). Or stop it first.")) {
            LogDesk desk = new LogDesk(log);
            if (id != null) {
                found = byId(desk, id);
            } else {
                String cursor = null;
                do {
                    LogSearch.Page page = desk.search(opened.reader(), query, cursor, PAGE);
                    for (LogSearch.Hit hit : page.hits()) {
                        tell(LogDocument.brief(hit.leaf(), hit.head()));
                    }
                    found += page.hits().size();
                    cursor = page.cursor();
                } while (cursor != null);
            }
        }
        if (!json) {
            screen.out().println(Plural.of(found, "entry") + ".");
        }
        screen.out().flush();
        return ExitCode.FINE.code();
    }

    private long byId(LogDesk desk, String sought)
            throws LogRefused, StoreException, DamagedEntry, FormatException, Refusal {
        try {
            LogDesk.Opened entry = desk.entry(opened.reader(), sought);
            tell(LogDocument.brief(entry.entry().leaf(), entry.entry().record().head()));
            for (var change : entry.changes()) {
                tell(LogDocument.brief(change.leaf(), change.record().head()));
            }
            return 1L + entry.changes().size();
        } catch (org.hqccp.service.NoSuchEntry e) {
            return 0;
        }
    }

    private void tell(Map<String, @Nullable Object> brief) throws FormatException {
        if (json) {
            screen.out().println(new String(CanonicalJson.write(brief), StandardCharsets.UTF_8));
            return;
        }
        screen.out().println(LogLine.of(brief));
    }
}
