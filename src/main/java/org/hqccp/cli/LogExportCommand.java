package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.ExportFolder;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.facts.Plural;
import org.hqccp.service.LogDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the log out. */
@Command(
        name = "export",
        description = {
            "Writes the log, as far as its newest checkpoint, into a new folder with a manifest. 'hqccp verify-log --export DIR' checks it"
                    + " anywhere.",
            "ndjson: every entry whole and sealed, which proves itself. csv: a row for each entry, opened, to read and to count."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp log export --format ndjson --out export-2026 --purpose 'handed to the auditor'",
            "  hqccp log export --format csv --out table-2026 --purpose 'yearly audit'"
        })
final class LogExportCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;
    private final Clock clock;

    /** The forms there are. */
    enum Format {
        csv,
        ndjson
    }

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}.")
    private Format format = Format.ndjson;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is not there yet.")
    private Path out = Path.of("");

    @Mixin
    private OpenedLog opened = new OpenedLog();

    LogExportCommand(Screen screen, Folders folders, Clock clock) {
        this.screen = screen;
        this.folders = folders;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, FolderRefused, StoreException, DamagedEntry, LogRefused, Refusal {
        try (DecisionLog log = opened.open(folders, clock, screen, OpenedLog.NO_ROUTE)) {
            try (ExportFolder folder = ExportFolder.make(out)) {
                ExportFolder.Written written =
                        format == Format.csv ? folder.csv(log.archive()) : folder.ndjson(log.archive());
                new LogDesk(log)
                        .recordAccess(
                                opened.reader(),
                                "export",
                                null,
                                Map.of(
                                        "format",
                                        format.name().toLowerCase(Locale.ROOT),
                                        "size",
                                        written.size(),
                                        "manifest",
                                        written.manifestHash()));
                folder.publish();
                screen.out().println(Plural.of(written.size(), "entry") + " in " + out + ".");
                screen.out().println("manifest SHA-256 " + written.manifestHash());
                screen.out().println("key " + log.archive().verifierKey().text());
            }
        }
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
