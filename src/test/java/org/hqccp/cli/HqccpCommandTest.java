package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for every command. */
class HqccpCommandTest {

    static List<String> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Screen screen =
                new Screen(nowhere, nowhere, InputStream.nullInputStream(), false, false, Screen.STANDARD_WIDTH);
        CommandLine line = HqccpCommand.commandLine(screen, new Folders(Path.of("")), SmallPolicy.CLOCK);
        return List.copyOf(line.getSubcommands().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpNamesTheExitCodesAndEndsInExamples(String command) {
        CommandLineRun help = CommandLineRun.of(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Exit codes:\n", "    0   fine", "   74   the decision log could not be written");
        String examples = help.out().substring(help.out().indexOf("Examples:\n") + "Examples:\n".length());
        assertThat(examples.lines()).isNotEmpty().allMatch(line -> line.contains("hqccp " + command));
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        CommandLineRun help = CommandLineRun.of();

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: hqccp").contains("decide", "check", "test", "rules", "facts");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsToldAndCouldNotRun(String command) {
        CommandLineRun run = switch (command) {
            case "decide" -> CommandLineRun.of(command, "a", "b", "--jsn");
            case "token" -> CommandLineRun.of(command, "a", "--role", "auditor", "--jsn");
            case "explain" -> CommandLineRun.of(command, "id", "--purpose", "p", "--jsn");
            case "redecide" -> CommandLineRun.of(command, "--under", "d", "--purpose", "p", "--jsn");
            default -> CommandLineRun.of(command, "--jsn");
        };

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("hqccp: ").contains("--jsn", "Try 'hqccp " + command + " --help'.");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aMisspeltCommandIsToldWhatWasMeant() {
        CommandLineRun run = CommandLineRun.of("decid");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("decide");
    }

    @Test
    void aMisspeltOptionIsToldWhatWasMeant() {
        assertThat(CommandLineRun.of("check", "--jsn").err()).contains("--json");
    }
}
