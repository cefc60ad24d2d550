package org.hqccp.ruleset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hqccp.rulelanguage.Problem;

/** The files of a rule folder, as text. */
public final class RuleFolder {
    private static final int MOST_FILES = 2_000;
    private static final int LARGEST_FILE = 1_048_576;

    private RuleFolder() {}

    /**
     * Reads every rule, YAML and CSV file below a folder.
     *
     * @return text by path below the folder, in order of path
     */
    public static SortedMap<String, String> read(Path folder, List<Problem> problems) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, 6)) {
            for (Path path : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!name.endsWith(".drl") && !name.endsWith(".yaml") && !name.endsWith(".csv")) {
                    continue;
                }
                if (Files.size(path) > LARGEST_FILE) {
                    problems.add(new Problem(
                            name,
                            1,
                            1,
                            "SIZE",
                            "the file is larger than 1 megabyte",
                            "divide it, or move it elsewhere"));
                } else if (files.size() >= MOST_FILES) {
                    problems.add(Problem.ofFile(
                            name,
                            "SIZE",
                            "the folder holds more than " + MOST_FILES + " files",
                            "take some of them out"));
                    return files;
                } else {
                    text(name, Files.readAllBytes(path), problems).ifPresent(text -> files.put(name, text));
                }
            }
        }
        return files;
    }

    private static Optional<String> text(String name, byte[] bytes, List<Problem> problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        boolean whole = decoder.decode(in, out, true).isUnderflow();
        String text = out.flip().toString();
        if (whole) {
            return Optional.of(text);
        }
        List<String> lines = List.of(text.split("\\R", -1));
        int column = lines.get(lines.size() - 1).length() + 1;
        problems.add(new Problem(
                name, lines.size(), column, "ENCODING", "the file is not UTF-8 text from here on", "save it as UTF-8"));
        return Optional.empty();
    }
}
