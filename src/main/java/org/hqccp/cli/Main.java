package org.hqccp.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.hqccp.page.Look;

/** Where the program starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Since JDK 22 a console is there even where nobody looks at it; this brings the old meaning back.
        System.setProperty("jdk.console", "java.base");
        boolean watched = System.console() != null;
        Screen screen = new Screen(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                System.in,
                watched,
                watched && System.getenv("NO_COLOR") == null,
                watched ? TerminalWidth.now() : Look.STANDARD_WIDTH);
        int code = HqccpCommand.run(screen, Folders.ofThisInstallation(), Clock.systemUTC(), args);
        screen.out().flush();
        screen.err().flush();
        System.exit(code);
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
