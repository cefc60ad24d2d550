package org.hqccp.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingGradeTest {
    @ParameterizedTest
    @CsvSource({
        "the, 1",
        "school, 1",
        "grade, 1",
        "named, 1",
        "needed, 2",
        "student, 2",
        "college, 2",
        "people, 2",
        "table, 2",
        "courses, 2",
        "places, 2",
        "makes, 1",
        "family, 3",
        "program, 2",
        "designation, 4",
        "approval, 3",
        "agreement, 3",
        "eligible, 4",
        "application, 4",
        "technical, 3",
        "lottery, 3",
        "science, 2",
        "create, 2",
        "area, 3",
        "union, 2",
        "career, 2",
        "waited, 2",
        "missed, 1",
        "planned, 1",
        "written, 2",
        "employer, 3",
        "responsibility, 6",
        "unexcused, 3",
        "diploma, 3",
        "twelve, 1",
        "social, 2",
        "special, 2",
        "placement, 2",
        "statement, 2",
        "question, 2",
        "education, 4",
        "society, 4",
        "idea, 3",
        "appeals, 2",
        "careful, 2",
        "earlier, 3",
        "year, 1",
        "audio, 3",
        "language, 2",
        "guide, 1",
        "families, 3"
    })
    void syllablesAreCountedAsTheyAreSaid(String word, int syllables) {
        assertThat(ReadingGrade.syllables(word)).isEqualTo(syllables);
    }

    /** 6 words of 6 syllables in one sentence: 0.39 x 6 + 11.8 x 1 - 15.59. */
    @Test
    void theGradeIsThatOfTheFormula() {
        assertThat(ReadingGrade.of("The cat sat on the mat.")).isCloseTo(-1.45, within(0.001));
        assertThat(ReadingGrade.of("The cat sat. On the mat it slept."))
                .isCloseTo(0.39 * 4 + 11.8 - 15.59, within(0.001));
        assertThat(ReadingGrade.of("Responsibility for agreements.")).isGreaterThan(15);
    }

    @Test
    void aPolicyNameIsOneShortWord() {
        assertThat(ReadingGrade.of("The Innovation Career Pathway is here."))
                .isEqualTo(ReadingGrade.of("The cat is here."));
        assertThat(ReadingGrade.of("The McKinney-Vento rule.")).isEqualTo(ReadingGrade.of("The cat rule."));
        assertThat(ReadingGrade.of("Rule EA-01.icp says so.")).isEqualTo(ReadingGrade.of("Rule one says so."));
    }
}
