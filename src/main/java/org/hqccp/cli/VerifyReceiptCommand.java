package org.hqccp.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hqccp.decisionlog.FolderRefused;
import org.hqccp.decisionlog.LogKeys;
import org.hqccp.decisionlog.LogReader;
import org.hqccp.decisionlog.Settings;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.InclusionProof;
import org.hqccp.decisionlog.format.VerifierKey;
import org.hqccp.decisionlog.sqlite.SqliteReader;
import org.hqccp.decisionlog.verify.Fault;
import org.hqccp.decisionlog.verify.ReceiptCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the receipt of an answer. */
@Command(
        name = "verify-receipt",
        description = {
            "Checks that an answer stands in the decision log, as its receipt promises.",
            "With a proof or an export: offline, that an entry of this id, time, decision and rule set stands there. With the data folder and"
                    + " its keys: also that the entry holds this very answer, to the byte. It ends with 4 if not."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp log verify-receipt answer.json --proof proof.json --key log.example/1+530d903a+AekyeRrm...",
            "  hqccp log verify-receipt answer.json --export log.ndjson --key log.example/1+530d903a+AekyeRrm...",
            "  hqccp log verify-receipt answer.json --data /srv/hqccp"
        })
final class VerifyReceiptCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;

    @Parameters(paramLabel = "ANSWER", description = "The answer, as the service gave it.")
    private Path answer = Path.of("");

    @ArgGroup
    private Against against = new Against();

    @Option(names = "--key", paramLabel = "KEY", description = "The key that signs the checkpoints of the log.")
    private @Nullable String key;

    /** What the receipt is held against. */
    static final class Against {
        @Option(names = "--proof", paramLabel = "FILE", description = "The proof, from GET /v1/log/ID/proof.")
        private @Nullable Path proof;

        @Option(names = "--export", paramLabel = "PATH", description = "An exported log, or its folder.")
        private @Nullable Path export;

        @Option(names = "--data", paramLabel = "DIR", description = "The data folder of a service. Default: data.")
        private @Nullable Path data;
    }

    VerifyReceiptCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, FolderRefused, StoreException, Refusal {
        ReceiptCheck check;
        try {
            check = ReceiptCheck.of(Files.readAllBytes(answer));
        } catch (FormatException e) {
            throw new Refusal("the answer cannot be read: " + e.message() + ".");
        }
        List<Fault> faults;
        if (against.proof != null) {
            faults = byProof(check, against.proof);
        } else if (against.export != null) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(whole(against.export)), 1 << 16)) {
                faults = check.inExport(in, trusted());
            }
        } else {
            faults = inFolder(check, folders.data(against.data));
        }
        faults.forEach(fault -> screen.out().println(fault));
        screen.out()
                .println(
                        faults.isEmpty()
                                ? "The answer stands in the log at place " + check.place() + "."
                                : "The receipt does not verify.");
        screen.out().flush();
        return (faults.isEmpty() ? ExitCode.FINE : ExitCode.LOG_NOT_VERIFIED).code();
    }

    /** The file of an export that holds every entry whole. */
    private static Path whole(Path export) throws Refusal {
        Path file = Files.isDirectory(export) ? export.resolve("log.ndjson") : export;
        if (file.toString().endsWith(".csv") || Files.isDirectory(export) && !Files.exists(file)) {
            throw new Refusal(
                    "a table does not hold what a receipt is checked against; name an export of the form ndjson.");
        }
        return file;
    }

    private List<Fault> byProof(ReceiptCheck check, Path proof) throws IOException, Refusal {
        try {
            return check.byProof(InclusionProof.read(Files.readAllBytes(proof)), trusted());
        } catch (FormatException e) {
            return List.of(new Fault("the proof", e.message()));
        }
    }

    private static List<Fault> inFolder(ReceiptCheck check, Path folder)
            throws IOException, FolderRefused, StoreException {
        LogKeys keys = LogKeys.of(Settings.usualKeyFile(folder));
        try (LogReader log = SqliteReader.open(folder)) {
            List<EntryRow> rows = log.entries(check.place(), 1);
            return rows.isEmpty()
                    ? List.of(new Fault("entry " + check.place(), "the log does not hold it"))
                    : check.against(rows.get(0), keys.origin(), keys);
        }
    }

    private VerifierKey trusted() throws Refusal {
        if (key == null) {
            throw new Refusal("name the key that signs the log with --key; ask for it where you trust the answer.");
        }
        try {
            return VerifierKey.read(key);
        } catch (FormatException e) {
            throw new Refusal(e.message() + ".");
        }
    }
}
