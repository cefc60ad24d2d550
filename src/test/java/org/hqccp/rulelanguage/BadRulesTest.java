package org.hqccp.rulelanguage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake that authors make is told at its place, in their words. {@code -Dexpected=rewrite} writes the texts anew. */
class BadRulesTest {
    private static final List<String> NOT_FOR_AUTHORS = List.of(
            "drools",
            "mvel",
            "java",
            "exception:",
            "org.hqccp",
            "descr",
            "null pointer",
            "token",
            "parser",
            "mismatched",
            "viable",
            "snakeyaml",
            "jackson",
            "regex");

    @TempDir
    private Path temp;

    @Test
    void thePolicyWithoutChangesIsSound() {
        assertThat(Trips.problems(Trips.files())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsToldInWordsOfItsAuthor() {
        return Corpus.of("bad").stream()
                .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> isTold(folder)));
    }

    private void isTold(Path folder) throws IOException {
        Path laidOut = Corpus.laidOut(folder, temp.resolve(String.valueOf(folder.getFileName())));
        List<Problem> problems = Corpus.problems(laidOut);
        String told = Corpus.told(problems);

        assertThat(problems).isNotEmpty();
        assertThat(Corpus.withoutPlace(laidOut, problems)).isEmpty();
        assertThat(told).isEqualTo(Corpus.expected(folder, told));
        for (Problem problem : problems) {
            String words = problem.message() + " " + problem.advice();
            assertThat(words.toLowerCase(Locale.ROOT)).doesNotContain(NOT_FOR_AUTHORS);
        }
    }

    @Test
    void thereAreAsManyMistakesAsPromised() {
        assertThat(Corpus.of("bad")).hasSizeGreaterThanOrEqualTo(120);
    }
}
