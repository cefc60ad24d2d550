package org.hqccp.ruleset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hqccp.rulelanguage.Problem;
import org.jspecify.annotations.Nullable;

/** The files of a rule folder, as text. */
public final class RuleFolder {
    private static final int MOST_FILES = 2_000;
    private static final int LARGEST_FILE = 1_048_576;
    private static final int DEEPEST = 6;

    private RuleFolder() {}

    /**
     * Reads every rule, YAML and CSV file below a folder. What cannot be read is a problem, and keeps no other file from being read.
     *
     * @return text by path below the folder, in order of path
     * @throws IOException if the folder itself cannot be read
     */
    public static SortedMap<String, String> read(Path folder, List<Problem> problems) throws IOException {
        Reading reading = new Reading(folder, problems);
        Files.walkFileTree(folder, Set.<FileVisitOption>of(), DEEPEST, reading);
        return reading.files;
    }

    private static final class Reading extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Problem> problems;
        private final SortedMap<String, String> files = new TreeMap<>();

        Reading(Path folder, List<Problem> problems) {
            this.folder = folder;
            this.problems = problems;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            String name = name(path);
            if (isRead(name)) {
                problem(name, "UNREADABLE", "this is a folder, and its name is that of a file", "rename the folder");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
            String name = name(path);
            if (attributes.isDirectory()) {
                problem(
                        name,
                        "PLACE",
                        "the folders are nested too deep to be read",
                        "rules stand in <decision>/<group>/");
            } else if (isRead(name) && files.size() >= MOST_FILES) {
                problem(name, "SIZE", "the folder holds more than " + MOST_FILES + " files", "take some of them out");
                return FileVisitResult.TERMINATE;
            } else if (isRead(name)) {
                read(path, name);
            }
            return FileVisitResult.CONTINUE;
        }

        private void read(Path path, String name) {
            try {
                // A link stands for what it leads to.
                if (!Files.isRegularFile(path)) {
                    problem(name, "UNREADABLE", "this is no file that can be read", "put a text file in its place");
                } else if (Files.size(path) > LARGEST_FILE) {
                    problems.add(new Problem(
                            name,
                            1,
                            1,
                            "SIZE",
                            "the file is larger than 1 megabyte",
                            "divide it, or move it elsewhere"));
                } else {
                    text(name, Files.readAllBytes(path), problems).ifPresent(text -> files.put(name, text));
                }
            } catch (IOException e) {
                unreadable(name);
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (path.equals(folder)) {
                throw e;
            }
            // What is gone between the look at the folder and the look at the file was deleted: that is an edit.
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                unreadable(name(path));
            }
            return FileVisitResult.CONTINUE;
        }

        private void unreadable(String name) {
            problem(name, "UNREADABLE", "it cannot be read", "let the account of this program read it");
        }

        private void problem(String name, String code, String message, @Nullable String advice) {
            problems.add(Problem.ofFile(name, code, message, advice));
        }

        private String name(Path path) {
            return folder.relativize(path).toString().replace('\\', '/');
        }
    }

    private static boolean isRead(String name) {
        return name.endsWith(".drl") || name.endsWith(".yaml") || name.endsWith(".csv");
    }

    private static Optional<String> text(String name, byte[] bytes, List<Problem> problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        boolean whole = decoder.decode(in, out, true).isUnderflow();
        String text = out.flip().toString();
        if (whole) {
            // Some editors begin a file with a mark that is no part of its text.
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
        List<String> lines = List.of(text.split("\\R", -1));
        int column = lines.get(lines.size() - 1).length() + 1;
        problems.add(new Problem(
                name, lines.size(), column, "ENCODING", "the file is not UTF-8 text from here on", "save it as UTF-8"));
        return Optional.empty();
    }
}
