package org.hqccp.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogKeys;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.WholeCheck;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.VerifierKey;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.decisionlog.verify.ExportCheck;
import org.hqccp.decisionlog.verify.Fault;
import org.hqccp.decisionlog.verify.ManifestCheck;
import org.hqccp.facts.Plural;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a decision log. */
@Command(
        name = "verify-log",
        description =
                "Checks that nothing in a decision log was changed, added or removed; a service may be using it meanwhile.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp verify-log                                       the log of this installation",
            "  hqccp verify-log --data /srv/hqccp --since checkpoint-from-the-auditor",
            "  hqccp verify-log --export log.ndjson --key log.example/1+530d903a+AekyeRrm...   without service or keys"
        })
final class VerifyLogCommand implements Callable<Integer> {
    private static final HexFormat HEX = HexFormat.of();

    /** One change can break thousands of checks after it. */
    private static final int MOST_TOLD = 20;

    private final Screen screen;
    private final Folders folders;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--export",
            paramLabel = "PATH",
            description = "Check an exported log, or a whole export folder, instead.")
    private @Nullable Path export;

    @Option(names = "--key", paramLabel = "KEY", description = "The key that signs the checkpoints of an exported log.")
    private @Nullable String key;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "A signed checkpoint that was kept outside: the log must still lead to it.")
    private @Nullable Path since;

    VerifyLogCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, FolderRefused, StoreException, Refusal {
        return export == null ? folder(folders.data(data.folder())) : export(export);
    }

    private int folder(Path folder) throws IOException, FolderRefused, StoreException {
        LogKeys keys = LogKeys.of(Settings.usualKeyFile(folder));
        Progress progress = new Progress(screen);
        try (LogReader log = SqliteReader.open(folder)) {
            WholeCheck check = new WholeCheck(
                    log, keys.signing().verifier(), keys, (done, of) -> progress.at((int) done, (int) of, "entries"));
            Path own = folder.resolve("checkpoint");
            if (Files.exists(own)) {
                check.outside("the file " + own, Files.readString(own));
            }
            if (since != null) {
                check.outside("the file " + since, Files.readString(since));
            }
            List<Fault> faults = new ArrayList<>(check.run());
            progress.end();
            if (!keys.belongTo(log)) {
                faults.add(
                        0,
                        new Fault(
                                "the key file",
                                "it is not the one this log was started with, or the first entry was exchanged"));
            }
            return told(faults, check.size(), check.root());
        }
    }

    private int export(Path file) throws IOException, Refusal {
        VerifierKey trusted;
        try {
            trusted = key == null ? null : VerifierKey.read(key);
        } catch (FormatException e) {
            throw new Refusal(e.message() + ".");
        }
        if (trusted == null) {
            screen.err().println("hqccp: without --key the export is believed about the key that signed it.");
        }
        String outside = since == null ? null : Files.readString(since);
        if (Files.isDirectory(file)) {
            ManifestCheck check = new ManifestCheck(file, trusted);
            List<Fault> faults = check.run(outside);
            return told(faults, check.size(), check.root());
        }
        if (file.toString().endsWith(".csv")) {
            throw new Refusal("a table is checked with the manifest beside it: name its folder.");
        }
        ExportCheck check = new ExportCheck(trusted, null);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            List<Fault> faults = check.run(in, outside);
            return told(faults, check.size(), check.root());
        }
    }

    private int told(List<Fault> faults, long entries, byte[] root) {
        faults.stream().limit(MOST_TOLD).forEach(fault -> screen.out().println(fault));
        if (faults.size() > MOST_TOLD) {
            screen.out().println("... and " + (faults.size() - MOST_TOLD) + " more");
        }
        screen.out()
                .println(
                        faults.isEmpty()
                                ? Plural.of(entries, "entry") + (entries == 1 ? " verifies" : " verify") + "; root "
                                        + HEX.formatHex(root)
                                : "The log does not verify: " + Plural.of(faults.size(), "fault") + ".");
        screen.out().flush();
        return (faults.isEmpty() ? ExitCode.FINE : ExitCode.LOG_NOT_VERIFIED).code();
    }
}
