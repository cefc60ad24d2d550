package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was decided on one Java is decided so on another, to the byte. Needs a second JDK, named by its home:
 * {@code -Dhqccp.otherJdk=/usr/lib/jvm/...} or the variable HQCCP_OTHER_JDK.
 */
class OtherJdkTest {
    private static final Path RULES = Path.of("rules");
    private static final Path THIS = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;

    @Test
    void aDecisionRecordedOnOneJavaIsReplayedToTheByteOnTheOther() throws Exception {
        String named = System.getProperty("hqccp.otherJdk", System.getenv("HQCCP_OTHER_JDK"));
        assumeTrue(
                named != null && Files.isExecutable(Path.of(named, "bin", "java")),
                "SKIPPED: no second JDK is named by -Dhqccp.otherJdk or HQCCP_OTHER_JDK, so no decision was replayed on another Java");
        Path other = Path.of(named);

        there(THIS, other, "there");
        there(other, THIS, "back");
    }

    private void there(Path recording, Path replaying, String name) throws Exception {
        String data = folder.resolve(name).toString();
        String recorded = java(recording, "org.hqccp.cli.RecordExamples", RULES.toString(), data);
        Matcher many = Pattern.compile("(\\d+) recorded on (\\S+)").matcher(recorded);
        assertThat(many.find()).as(recorded).isTrue();
        String replayed = java(replaying, "org.hqccp.cli.Main", "replay", "--data", data);
        System.out.println(many.group() + ", replayed by " + replaying + ": " + replayed.strip());

        assertThat(Integer.parseInt(many.group(1))).isEqualTo(2 * examples());
        assertThat(replayed).isEqualTo(many.group(1) + " decisions the same, 0 different, 0 not replayable.\n");
    }

    private static int examples() throws IOException {
        try (Stream<Path> files = Files.walk(RULES, 2)) {
            return (int) files.filter(f -> f.endsWith("example.yaml")).count();
        }
    }

    private static String java(Path home, String... command) throws Exception {
        List<String> whole = new ArrayList<>(
                List.of(home.resolve("bin/java").toString(), "-Xmx1g", "-cp", System.getProperty("java.class.path")));
        whole.addAll(List.of(command));
        Process process = new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
