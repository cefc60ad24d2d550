package org.hqccp.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases are added at the end of the list, and whatever else stands in the file stays as it is. */
class CaseTextTest {
    private static final List<String> ADDED = List.of("  - name: B\n    expect: {status: MET}\n");

    @Test
    void theyGoBehindTheLastCase() {
        String text = "rule: X\ncases:\n  - name: A\n    expect: {status: MET}\n";
        assertThat(CaseText.with(text, ADDED)).isEqualTo(text + ADDED.get(0));
    }

    @Test
    void whatStandsBehindTheListStaysBehind() {
        String text = """
                cases: # all of them
                # first
                - name: A
                  expect: {status: MET}

                # the rule
                rule: X
                """;
        assertThat(CaseText.with(text, ADDED)).isEqualTo("""
                cases: # all of them
                # first
                - name: A
                  expect: {status: MET}
                - name: B
                  expect: {status: MET}

                # the rule
                rule: X
                """);
    }

    @Test
    void theFileKeepsItsIndentAndItsLineEnds() {
        String text = "rule: X\ncases:\n    - name: A\n      expect: {status: MET}".replace("\n", "\r\n");
        String added = "\n    - name: B\n      expect: {status: MET}\n".replace("\n", "\r\n");
        assertThat(CaseText.with(text, ADDED)).isEqualTo(text + added);
    }

    @Test
    void anEmptyListIsBegun() {
        assertThat(CaseText.with(CaseText.begin("X", null), ADDED))
                .isEqualTo("rule: X\ncases:\n  - name: B\n    expect: {status: MET}\n");
    }

    @Test
    void whatIsNoListIsLeftAlone() {
        assertThat(CaseText.with("rule: X\ncases: []\n", ADDED)).isNull();
        assertThat(CaseText.with("rule: X\n", ADDED)).isNull();
        assertThat(CaseText.with("rule: X\ncases:\n  other: thing\n", ADDED)).isNull();
        assertThat(CaseText.with("rule: X\ncases:\n  - name: \"A\n", ADDED)).isNull();
    }
}
