package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.http.Tokens;
import org.hqccp.rulelanguage.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens for callers. */
class TokenCommandTest {

    @Test
    void theLineItPrintsIsOneTheServiceReads(@TempDir Path folder) throws IOException {
        CommandLineRun run = CommandLineRun.of("token", "student-portal", "--role", "application");
        String line = run.out()
                .lines()
                .filter(l -> l.startsWith("  student-portal,"))
                .findFirst()
                .orElseThrow()
                .strip();
        Path file = folder.resolve("tokens.csv");
        Files.writeString(file, Tokens.HEADER + "\n" + line + "\n");

        List<Problem> problems = new ArrayList<>();
        Tokens.read(file, problems);

        assertThat(problems).isEmpty();
        assertThat(run.out()).contains("  hqccp_");
    }

    @Test
    void twoTokensDiffer() {
        assertThat(CommandLineRun.of("token", "a", "--role", "auditor").out())
                .isNotEqualTo(
                        CommandLineRun.of("token", "a", "--role", "auditor").out());
    }

    @Test
    void anUnknownRoleAndAStrangeNameAreRefused() {
        assertThat(CommandLineRun.of("token", "a", "--role", "owner").err()).contains("application and auditor");
        assertThat(CommandLineRun.of("token", "a,b", "--role", "auditor").err()).contains("letters, digits");
    }
}
