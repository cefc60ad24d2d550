package org.hqccp.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that holds all others. */
@Command(
        name = "hqccp",
        description = {
            "Decides school designation, pathway eligibility and student supports from rules that policy staff write, and says why."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp decide pathway-eligibility rules/pathway-eligibility/example.yaml",
            "  hqccp check",
            "  hqccp test",
            "  hqccp rules GP-06",
            "  hqccp serve --port 8080"
        })
final class HqccpCommand implements Runnable {
    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    private HqccpCommand(Screen screen) {
        this.screen = screen;
    }

    /** Runs one command line and gives its exit code. */
    static int run(Screen screen, Folders folders, Clock clock, String... args) {
        return commandLine(screen, folders, clock).execute(args);
    }

    static CommandLine commandLine(Screen screen, Folders folders, Clock clock) {
        Failures failures = new Failures(screen);
        CommandLine line = new CommandLine(new HqccpCommand(screen))
                .addSubcommand(new DecideCommand(screen, folders, clock))
                .addSubcommand(new CheckCommand(screen, folders))
                .addSubcommand(new TestCommand(screen, folders, clock))
                .addSubcommand(CasesCommand.with(screen, folders, clock))
                .addSubcommand(new CompareCommand(screen, folders, clock))
                .addSubcommand(new CohortCommand(screen, folders))
                .addSubcommand(new ImportCommand(screen, folders, clock))
                .addSubcommand(new RulesCommand(screen, folders))
                .addSubcommand(new FactsCommand(screen, folders))
                .addSubcommand(LotteryCommand.with(screen, folders, clock))
                .addSubcommand(new BookCommand(screen, folders))
                .addSubcommand(NewCommand.with(screen, folders, clock))
                .addSubcommand(new SchemasCommand(screen, folders))
                .addSubcommand(new ServeCommand(screen, folders, clock))
                .addSubcommand(new TokenCommand(screen))
                .addSubcommand(new VerifyLogCommand(screen, folders))
                .addSubcommand(new ReplayCommand(screen, folders, clock))
                .addSubcommand(new ExplainCommand(screen, folders, clock))
                .addSubcommand(new RedecideCommand(screen, folders, clock))
                .addSubcommand(LogCommand.with(screen, folders, clock))
                .addSubcommand(new RehearseCommand(screen, folders, clock))
                .setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        screen.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        documentExitCodes(line);
        return line;
    }

    private static void documentExitCodes(CommandLine line) {
        line.getSubcommands().values().forEach(HqccpCommand::documentExitCodes);
        var usage = line.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit codes:%n");
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(String.format("%4d", code.code()), code.words());
        }
        usage.exitCodeList(codes);
        line.getCommandSpec().exitCodeOnInvalidInput(ExitCode.COULD_NOT_RUN.code());
        line.getCommandSpec().exitCodeOnExecutionException(ExitCode.COULD_NOT_RUN.code());
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(screen.out());
        }
    }
}
