package org.hqccp.ruleset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                if (Files.size(path) > LARGEST_FILE || files.size() >= MOST_FILES) {
                    problems.add(new Problem(
                            name, 0, 0, "SIZE", "the file is too large, or the folder holds too many files", null));
                    continue;
                }
                try {
                    files.put(
                            name,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                                    .toString());
                } catch (CharacterCodingException e) {
                    problems.add(new Problem(name, 0, 0, "ENCODING", "the file is not UTF-8 text", "save it as UTF-8"));
                }
            }
        }
        return files;
    }
}
