package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** The start that is tried after a build. */
class RehearseCommandTest {

    @Test
    void everyExampleIsAnsweredAndNothingIsKept() throws IOException {
        List<Path> before = all(SmallPolicy.FOLDER);

        CommandLineRun run = CommandLineRun.of("rehearse");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(all(SmallPolicy.FOLDER)).isEqualTo(before);
    }

    @Test
    void itIsNotShownToWhoAsksForTheCommands() {
        assertThat(CommandLineRun.of("--help").out()).doesNotContain("rehearse");
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.sorted().toList();
        }
    }
}
