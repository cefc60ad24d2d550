package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.page.Look;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for every command. */
class HqccpCommandTest {

    static List<String> commands() {
        return List.copyOf(commandLine().getSubcommands().keySet());
    }

    private static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Screen screen = new Screen(nowhere, nowhere, InputStream.nullInputStream(), false, false, Look.STANDARD_WIDTH);
        return HqccpCommand.commandLine(screen, new Folders(Path.of("")), SmallPolicy.CLOCK);
    }

    /** Every command that has a help, with what stands before it: {@code log search}. */
    static List<List<String>> helps() {
        List<List<String>> helps = new ArrayList<>();
        add(commandLine(), List.of(), helps);
        return helps;
    }

    private static void add(CommandLine line, List<String> path, List<List<String>> helps) {
        helps.add(path);
        line.getSubcommands().forEach((name, command) -> {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            add(command, List.copyOf(deeper), helps);
        });
    }

    @ParameterizedTest
    @MethodSource("helps")
    void everyHelpEndsInExamplesOfItsCommand(List<String> command) {
        List<String> asked = new ArrayList<>(command);
        asked.add("--help");
        String help = CommandLineRun.of(asked.toArray(String[]::new)).out();

        assertThat(help).contains("Examples:\n");
        assertThat(help.substring(help.indexOf("Examples:\n") + "Examples:\n".length())
                        .lines())
                .isNotEmpty()
                .allMatch(line -> line.contains(("hqccp " + String.join(" ", command)).strip()));
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
            case "compare" -> CommandLineRun.of(command, "a", "b", "--jsn");
            case "cohort" -> CommandLineRun.of(command, "--students", "1", "--seed", "1", "--jsn");
            case "import" -> CommandLineRun.of(command, "a", "--format", "sims", "--key", "k", "--jsn");
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
