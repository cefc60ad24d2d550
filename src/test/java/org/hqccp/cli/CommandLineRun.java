package org.hqccp.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hqccp.page.Look;
import org.hqccp.testcase.SmallPolicy;

/**
 * One command line run in this process, with what it printed.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained of
 */
record CommandLineRun(int code, String out, String err) {

    /** Where no command finds a log, and where what one should write by default would not be among the sources. */
    private static final Path NO_DATA = Path.of("target", "no-data");

    /** Runs a command in an installation whose home is a folder. */
    static CommandLineRun in(Path home, String piped, String... args) {
        return in(home, piped, false, args);
    }

    /** Runs a command as on a terminal, where a person types answers. */
    static CommandLineRun typing(Path home, String typed, String... args) {
        return in(home, typed, true, args);
    }

    private static CommandLineRun in(Path home, String piped, boolean watched, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = new Screen(
                new PrintWriter(out),
                new PrintWriter(err),
                new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)),
                watched,
                false,
                Look.STANDARD_WIDTH);
        int code = HqccpCommand.run(screen, new Folders(home, NO_DATA), SmallPolicy.CLOCK, args);
        screen.out().flush();
        screen.err().flush();
        return new CommandLineRun(code, out.toString(), err.toString());
    }

    /** Runs a command on the small policy. */
    static CommandLineRun of(String... args) {
        return in(SmallPolicy.FOLDER, "", args);
    }
}
