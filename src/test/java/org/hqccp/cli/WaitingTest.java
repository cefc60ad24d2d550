package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.hqccp.page.Look;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final StringWriter seen = new StringWriter();

    private Screen screen(boolean watched) {
        return new Screen(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(seen),
                InputStream.nullInputStream(),
                watched,
                false,
                Look.STANDARD_WIDTH);
    }

    @Test
    void aLongStepIsToldAndTheLineIsClearedAfterIt() throws Exception {
        Waiting waiting = new Waiting(screen(true), "reading the rules", 0);
        for (int i = 0; i < 2_000 && seen.toString().isEmpty(); i++) {
            Thread.sleep(5);
        }
        assertThat(seen.toString()).isEqualTo("reading the rules ...");

        waiting.end();

        assertThat(seen.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void aShortStepAndAStepThatNobodySeesAreSilent() {
        new Waiting(screen(true), "reading the rules").end();
        new Waiting(screen(false), "reading the rules", 0).end();

        assertThat(seen.toString()).isEmpty();
    }
}
