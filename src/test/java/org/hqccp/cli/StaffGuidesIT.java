package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the guides for policy staff step by step, on a copy of the real rules: every file they have the reader write is written, every
 * edit is made, every command is run, and prints what the guide shows. A block says in its first line what it is:
 *
 * <ul>
 *   <li>{@code console}: commands and what they print; a line of dots stands for lines left out, and a hash or a number of files for any;
 *   <li>{@code drl is FILE}: that file, as it stands;
 *   <li>{@code yaml new FILE}: a file to write;
 *   <li>{@code diff FILE}: an edit; lines with a plus alone go to the end of the file.
 * </ul>
 */
class StaffGuidesIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (is|new))?(?: (\\S+))?\\n(.*?)^```$");
    /** What changes whenever a rule is added: hashes, and how many there are. */
    /** As a shell takes a line apart: at blanks, but not inside quotes. */
    private static final Pattern ARGUMENT = Pattern.compile("(?:'[^']*'|[^ '])+");

    private static final Pattern CHANGES =
            Pattern.compile("(?<=version |rules |hash )[0-9a-f]{12}|[0-9]+(?= files?\\b| rules? of|$)");

    private static final String LEFT_OUT = "...";

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicContainer> everyStepOfTheGuidesWorks() {
        return Stream.of("rules/README.md", "test-cases/README.md").map(guide -> dynamicContainer(guide, steps(guide)));
    }

    private Stream<DynamicNode> steps(String guide) {
        try {
            Path home = Files.createDirectories(temp.resolve(guide.replace('/', '-')));
            SmallPolicy.copy(Path.of("rules"), home.resolve("rules"));
            SmallPolicy.copy(Path.of("test-cases"), home.resolve("test-cases"));
            String text = Files.readString(Path.of(guide));
            List<DynamicNode> steps = new ArrayList<>();
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                int line = 1 + (int) text.substring(0, block.start()).lines().count();
                Step step = new Step(home, block.group(1), block.group(2), block.group(3), block.group(4));
                steps.add(dynamicTest("line " + line, step::take));
            }
            assertThat(steps).as(guide).isNotEmpty();
            return steps.stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Step(Path home, String language, String what, String file, String text) {
        void take() throws IOException {
            if (language.equals("console")) {
                console();
            } else if (language.equals("diff")) {
                edit();
            } else if ("is".equals(what)) {
                assertThat(Files.readString(home.resolve(file))).isEqualTo(text);
            } else if ("new".equals(what)) {
                assertThat(home.resolve(file)).doesNotExist();
                Files.createDirectories(home.resolve(file).resolveSibling("."));
                Files.writeString(home.resolve(file), text);
            } else {
                throw new AssertionError("a block that is no step: " + language);
            }
        }

        private void edit() throws IOException {
            StringBuilder before = new StringBuilder();
            StringBuilder after = new StringBuilder();
            for (String line : text.lines().toList()) {
                String rest = line.substring(1) + "\n";
                before.append(line.startsWith("+") ? "" : rest);
                after.append(line.startsWith("-") ? "" : rest);
            }
            Path path = home.resolve(file);
            String written = Files.readString(path);
            if (before.isEmpty()) {
                Files.writeString(path, written + after);
                return;
            }
            assertThat(written).containsOnlyOnce(before);
            Files.writeString(path, written.replace(before, after));
        }

        private void console() {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); ) {
                assertThat(lines.get(i)).startsWith("$ ./hqccp ");
                String[] arguments = ARGUMENT.matcher(lines.get(i).substring("$ ./hqccp ".length()))
                        .results()
                        .map(found -> found.group().replace("'", ""))
                        .toArray(String[]::new);
                StringBuilder shape = new StringBuilder("(?s)");
                for (i++; i < lines.size() && !lines.get(i).startsWith("$ "); i++) {
                    shape.append(shape(lines.get(i)));
                }
                for (int k = 0; k < arguments.length; k++) {
                    boolean path = arguments[k].startsWith("rules/") || arguments[k].startsWith("test-cases/");
                    arguments[k] = path ? home.resolve(arguments[k]).toString() : arguments[k];
                }
                CommandLineRun run = CommandLineRun.in(home, "", arguments);
                assertThat(run.out() + run.err()).matches(Pattern.compile(shape.toString()));
            }
        }

        private static String shape(String line) {
            if (line.equals(LEFT_OUT)) {
                return ".*?";
            }
            StringBuilder shape = new StringBuilder();
            Matcher changes = CHANGES.matcher(line);
            int from = 0;
            while (changes.find()) {
                shape.append(Pattern.quote(line.substring(from, changes.start())))
                        .append("[0-9a-f]+");
                from = changes.end();
            }
            return shape.append(Pattern.quote(line.substring(from)))
                    .append("\\n")
                    .toString();
        }
    }
}
