package org.hqccp.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;

/** The case a command is given, as JSON whatever it was written in. */
final class CaseFileInput {
    /** Far more than any case may hold; what is larger is refused when it is read as a case. */
    private static final int MOST = 1_048_576;

    private CaseFileInput() {}

    /** Reads a file, or with {@code -} what is piped in. */
    static byte[] read(String name, InputStream piped) throws IOException, Refusal {
        byte[] bytes;
        if (name.equals("-")) {
            bytes = piped.readNBytes(MOST);
        } else if (Files.isDirectory(Path.of(name))) {
            throw new Refusal(name + " is a folder; name one case file.");
        } else {
            try (InputStream file = Files.newInputStream(Path.of(name))) {
                bytes = file.readNBytes(MOST);
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean yaml = name.endsWith(".yaml")
                || name.endsWith(".yml")
                || name.equals("-") && !text.stripLeading().startsWith("{");
        return yaml ? json(name.equals("-") ? "the case" : name, text) : bytes;
    }

    private static byte[] json(String name, String text) throws IOException, Refusal {
        try {
            Node node = Documents.yaml(text);
            if (!(node instanceof Node.Mapping mapping)) {
                throw new Refusal(name + " holds no case; write as-of: 2026-08-01, case-id: my-case, and the facts.");
            }
            return Documents.toJson(YamlCase.json(mapping)).getBytes(StandardCharsets.UTF_8);
        } catch (DocumentException e) {
            throw new Refusal(name + ":" + e.line() + ":" + e.column() + ": " + e.message());
        }
    }
}
