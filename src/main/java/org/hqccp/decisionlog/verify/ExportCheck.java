package org.hqccp.decisionlog.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hqccp.decisionlog.format.EntryRow;
import org.hqccp.decisionlog.format.ExportLine;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.TreeHash;
import org.hqccp.decisionlog.format.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Checks an exported log, line by line, however long it is. */
public final class ExportCheck implements ExportLine.Visitor {
    private static final int LONGEST_LINE = 256 << 20;

    private final @Nullable VerifierKey trusted;
    private final @Nullable Opener opener;
    private final Look look;
    private @Nullable LogCheck check;
    private long promised;

    /**
     * A check of one export.
     *
     * @param trusted the key that signs the log's checkpoints; null to believe the export about it
     * @param opener the log's secret keys, or null to check only what needs none
     */
    public ExportCheck(@Nullable VerifierKey trusted, @Nullable Opener opener) {
        this(trusted, opener, row -> {});
    }

    ExportCheck(@Nullable VerifierKey trusted, @Nullable Opener opener, Look look) {
        this.trusted = trusted;
        this.opener = opener;
        this.look = look;
    }

    /** Looks at each entry that goes by. */
    @FunctionalInterface
    interface Look {
        void at(EntryRow row) throws FormatException;
    }

    /** Checks the export, which a checkpoint kept outside may add to. */
    public List<Fault> run(InputStream export, @Nullable String outside) throws IOException {
        long number = 0;
        for (byte[] line = line(export); line.length > 0; line = line(export)) {
            number++;
            try {
                ExportLine.read(line, this);
            } catch (FormatException e) {
                Fault fault = new Fault("line " + number, e.message());
                if (check == null) {
                    return List.of(fault);
                }
                check.found(fault);
            }
            if (number == 1 && check != null && outside != null) {
                check.checkpoint("the checkpoint kept outside", outside);
            }
        }
        if (check == null) {
            return List.of(new Fault("the export", "it is empty"));
        }
        if (check.size() != promised) {
            check.found(new Fault("the export", "it says it has " + promised + " entries and has " + check.size()));
        }
        return check.finish();
    }

    /** How many entries were checked. */
    public long size() {
        return check == null ? 0 : check.size();
    }

    /** The root over them. */
    public byte[] root() {
        return check == null ? TreeHash.empty() : check.root();
    }

    @Override
    public void head(String vkey, long size) throws FormatException {
        if (check != null) {
            throw new FormatException("a second head");
        }
        VerifierKey key = VerifierKey.read(vkey);
        if (trusted != null && !trusted.text().equals(vkey)) {
            throw new FormatException("the export is of a log with another signing key");
        }
        check = new LogCheck(key, opener);
        promised = size;
    }

    @Override
    public void checkpoint(long size, String note) throws FormatException {
        log(check).checkpoint(size, note);
    }

    @Override
    public void ruleSet(String version, byte[] files) throws FormatException {
        log(check).ruleSet(version, files);
    }

    @Override
    public void entry(EntryRow row) throws FormatException {
        log(check).entry(row);
        look.at(row);
    }

    private static LogCheck log(@Nullable LogCheck check) throws FormatException {
        if (check == null) {
            throw new FormatException("the export does not begin with its head");
        }
        return check;
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(16_384);
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line of the export is too long");
            }
        }
        return line.toByteArray();
    }
}
