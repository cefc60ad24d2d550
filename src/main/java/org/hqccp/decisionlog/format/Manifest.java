package org.hqccp.decisionlog.format;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What an export folder holds, so that nothing in it can be changed without being seen.
 *
 * @param vkey the key that signs the log's checkpoints
 * @param checkpoint the signed checkpoint over exactly what was exported
 * @param files the files, by name
 */
public record Manifest(String vkey, String checkpoint, List<ListedFile> files) {
    private static final String FORMAT = "hqccp.decision-log manifest 1";

    /** The name of the file it stands in. */
    public static final String FILE = "manifest.json";

    /** A file of the folder. */
    public record ListedFile(String name, byte[] sha256) {}

    /** The canonical bytes. */
    public byte[] bytes() throws FormatException {
        List<Map<String, String>> listed = files.stream()
                .map(file ->
                        Map.of("name", file.name(), "sha256", HexFormat.of().formatHex(file.sha256())))
                .toList();
        return CanonicalJson.write(Map.of("checkpoint", checkpoint, "files", listed, "format", FORMAT, "vkey", vkey));
    }

    /** Reads a manifest. */
    public static Manifest read(byte[] json) throws FormatException {
        Members in = Members.read("the manifest", json);
        if (!in.text("format").equals(FORMAT)) {
            throw new FormatException("the manifest is of another format");
        }
        List<ListedFile> files = new ArrayList<>();
        for (Object each : in.list("files")) {
            Members file = Members.in("a file of the manifest", each);
            ListedFile listed = new ListedFile(file.text("name"), file.bytes("sha256"));
            file.nothingElse();
            if (!listed.name().matches("[a-z]+\\.[a-z]+")) {
                throw new FormatException("the manifest names a file that no export has");
            }
            files.add(listed);
        }
        Manifest manifest = new Manifest(in.text("vkey"), in.text("checkpoint"), List.copyOf(files));
        in.nothingElse();
        return manifest;
    }
}
