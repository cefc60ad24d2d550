package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is what happens: each of its commands is run as it stands, and prints what it says. */
class ReadmeIT {
    private static final Path HOME =
            Path.of(System.getProperty("hqccp.home", ".")).toAbsolutePath();
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
    /** Stands for lines that the README leaves out. */
    private static final String LEFT_OUT = "...";

    private record Shown(String command, List<String> printed) {
        @Override
        public String toString() {
            return command;
        }
    }

    /** The first command after a build says that it prepares quick starts, once. */
    @BeforeAll
    static void prepare() throws Exception {
        Process process = new ProcessBuilder("./hqccp", "--version")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    static Stream<Shown> commands() throws IOException {
        List<Shown> commands = new ArrayList<>();
        Matcher block = CONSOLE.matcher(Files.readString(HOME.resolve("README.md")));
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                if (line.startsWith("$ ")) {
                    commands.add(new Shown(line.substring(2), new ArrayList<>()));
                } else {
                    commands.get(commands.size() - 1).printed().add(line.stripTrailing());
                }
            }
        }
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandPrintsWhatTheReadmeShows(Shown shown) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", shown.command())
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).matches(shape(shown.printed()));
    }

    /** The text shown, where a line of dots stands for any lines and a hash of the rules for any hash. */
    private static Pattern shape(List<String> lines) {
        StringBuilder shape = new StringBuilder("(?s)");
        for (String line : lines) {
            shape.append(
                    line.equals(LEFT_OUT)
                            ? ".*?"
                            : Pattern.quote(line).replaceAll("rules [0-9a-f]{12}", "rules \\\\E[0-9a-f]{12}\\\\Q")
                                    + "\\n");
        }
        return Pattern.compile(shape.toString());
    }

    @Test
    void theRuleItShowsIsTheRuleThatRuns() throws IOException {
        String readme = Files.readString(HOME.resolve("README.md"));
        String rule = Files.readString(
                HOME.resolve("rules/student-supports/attendance-and-progress/B-10-a-tenth-of-days-missed.drl"));

        assertThat(readme).contains("```\n" + rule + "```");
    }

    @Test
    void theCommandLineWorksFromAnyFolder(@TempDir Path elsewhere) throws Exception {
        Process process = new ProcessBuilder(HOME.resolve("hqccp").toString(), "rules", "B-10")
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).startsWith("B-10");
    }
}
