package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.hqccp.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalWidthTest {
    @ParameterizedTest
    @CsvSource({"24 80, 80", "24 10, 60", "50 238, 120", "0 0, 100", "'', 100", "24 9999999999, 100", "24 x, 100"})
    void aPageIsAsWideAsTheTerminalButReadable(String said, int width) {
        assertThat(TerminalWidth.of(said)).isEqualTo(width);
    }

    @Test
    void linesAreBrokenAtTheWidth() {
        Page page = new Page(20);
        page.hang(2, 2, "• ", "one two three four five six");

        assertThat(page.toString()).isEqualTo("  • one two three\n    four five six\n");
    }
}
