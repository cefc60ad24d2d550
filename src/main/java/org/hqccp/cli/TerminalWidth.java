package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.hqccp.page.Look;

/** How wide the terminal is that a person looks at. */
final class TerminalWidth {
    private static final int LEAST = 60;
    private static final int MOST = 120;
    private static final long PATIENCE_SECONDS = 1;

    private TerminalWidth() {}

    /** The width `stty` tells, within what is readable; the standard one where there is no `stty`, or it does not tell. */
    static int now() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return of(said);
        } catch (IOException e) {
            return Look.STANDARD_WIDTH; // not every system has stty
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Look.STANDARD_WIDTH;
        }
    }

    /** The width of "rows columns". */
    static int of(String rowsAndColumns) {
        String[] parts = rowsAndColumns.strip().split(" ");
        if (parts.length != 2 || !parts[1].matches("[1-9][0-9]{0,3}")) {
            return Look.STANDARD_WIDTH;
        }
        return Math.max(LEAST, Math.min(MOST, Integer.parseInt(parts[1])));
    }
}
