package org.hqccp.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8 shown on a screen, each as soon as it is whole. */
final class LineOutput extends OutputStream {
    private final PrintWriter to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineOutput(PrintWriter to) {
        this.to = to;
    }

    @Override
    public void write(int part) {
        line.write(part);
        if (part == '\n') {
            to.print(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
