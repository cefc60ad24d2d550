package org.hqccp.decisionlog.verify;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.hqccp.decisionlog.format.Checkpoint;
import org.hqccp.decisionlog.format.CsvTable;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.Frontier;
import org.hqccp.decisionlog.format.Manifest;
import org.hqccp.decisionlog.format.TreeHash;
import org.hqccp.decisionlog.format.VerifierKey;
import org.jspecify.annotations.Nullable;

/** Checks an export folder: its files against its manifest, and the entries in them against the signed checkpoint. */
public final class ManifestCheck {
    private final Path folder;
    private final @Nullable VerifierKey trusted;
    private final List<Fault> faults = new ArrayList<>();
    private long size;
    private byte[] root = TreeHash.empty();

    /**
     * A check of one folder.
     *
     * @param trusted the key that signs the log's checkpoints; null to believe the manifest about it
     */
    public ManifestCheck(Path folder, @Nullable VerifierKey trusted) {
        this.folder = folder;
        this.trusted = trusted;
    }

    /** Checks the folder, which a checkpoint kept outside may add to where the log itself is in it. */
    public List<Fault> run(@Nullable String outside) throws IOException {
        try {
            Manifest manifest = Manifest.read(Files.readAllBytes(folder.resolve(Manifest.FILE)));
            VerifierKey key = VerifierKey.read(manifest.vkey());
            if (trusted != null && !trusted.text().equals(manifest.vkey())) {
                throw new FormatException("it is of a log with another signing key");
            }
            Checkpoint signed = Checkpoint.open(manifest.checkpoint(), key);
            for (Manifest.ListedFile file : manifest.files()) {
                file(file, key, signed, manifest.checkpoint(), outside);
            }
            if (manifest.files().isEmpty()) {
                faults.add(new Fault(Manifest.FILE, "it names no file"));
            }
        } catch (FormatException e) {
            faults.add(new Fault(Manifest.FILE, e.message()));
        }
        return List.copyOf(faults);
    }

    private void file(
            Manifest.ListedFile file, VerifierKey key, Checkpoint signed, String note, @Nullable String outside)
            throws IOException {
        Path path = folder.resolve(file.name());
        if (!Files.exists(path)) {
            faults.add(new Fault(file.name(), "it is missing"));
            return;
        }
        MessageDigest digest = TreeHash.sha256();
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!Arrays.equals(digest.digest(), file.sha256())) {
            faults.add(new Fault(file.name(), "it is not the file the manifest was made for"));
        }
        if (file.name().endsWith(".csv")) {
            Frontier tree = table(path);
            size = tree.size();
            root = tree.root();
        } else {
            ExportCheck check = new ExportCheck(key, null);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
                faults.addAll(check.run(in, outside == null ? note : outside));
            }
            size = check.size();
            root = check.root();
        }
        if (size != signed.size() || !Arrays.equals(root, signed.root())) {
            faults.add(new Fault(file.name(), "its entries do not lead to the signed checkpoint"));
        }
    }

    private Frontier table(Path path) throws IOException {
        Frontier tree = new Frontier();
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            if (!CsvTable.line(CsvTable.COLUMNS).strip().equals(lines.readLine())) {
                faults.add(new Fault(path.getFileName() + " line 1", "it does not name the columns of an export"));
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int from = line.lastIndexOf(",\"") + 2;
                String hash = line.endsWith("\"") && from > 1 ? line.substring(from, line.length() - 1) : "";
                tree.add(hash.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(hash) : new byte[TreeHash.LENGTH]);
            }
        }
        return tree;
    }

    /** How many entries were checked. */
    public long size() {
        return size;
    }

    /** The root over them. */
    public byte[] root() {
        return root.clone();
    }
}
