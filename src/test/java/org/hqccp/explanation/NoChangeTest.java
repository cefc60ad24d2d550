package org.hqccp.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hqccp.decision.Change;
import org.hqccp.decision.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When no change is proposed, and why not. */
class NoChangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    opened <= "2020-01-01"  | "opened": "2021-01-01" | Time or age decides this, so there is nothing to change.
                    age >= 9                | "opened": "2021-01-01" | Time or age decides this, so there is nothing to change.
                    secret == true          | "secret": false        | A private fact decides this. We never suggest a change to one.
                    dropped == true         | "dropped": false       | A private fact decides this. We never suggest a change to one.
                    visitors >= 5           | "visitors": 2          | A count of people decides this. We never suggest a change to one.
                    fixed == true           | "fixed": false         | No one can change what decides this.
                    rooms > 5               | "rooms": 2             | We found no change that would help.
                    chairs == 1, chairs == 2 | "chairs": 3           | We found no change that would help.
                    """)
    void theReasonIsTold(String constraints, String facts, String reason) {
        Decision decision = ClubPolicy.of(constraints).decide(facts);

        assertThat(decision.changes()).containsExactly(new Change("C-01", "a", java.util.List.of(), null, reason));
    }

    @Test
    void onePartThatNobodyCanChangeIsEnough() {
        assertThat(ClubPolicy.of("open == true, fixed == true").said("\"open\": false, \"fixed\": false"))
                .containsExactly("No one can change what decides this.");
    }

    @Test
    void whatIsNotKnownGetsAQuestionFirst() {
        assertThat(ClubPolicy.of("open == true, chairs >= 5").said("\"open\": false"))
                .containsExactly("First this must be known: number of chairs.");
        assertThat(ClubPolicy.of("open == true; exists Lesson( club == $club, ready == true )")
                        .said("\"open\": false"))
                .containsExactly("First this must be known: list of lesson entries.");
        assertThat(ClubPolicy.of("open == true, loud == false || fixed == true")
                        .said("\"open\": false, \"fixed\": false"))
                .containsExactly("First this must be known: loud music.");
    }

    @Test
    void anUnknownThatCannotMatterHoldsNothingUp() {
        assertThat(ClubPolicy.of("open == true, loud == false || chairs >= 5").said("\"open\": false, \"chairs\": 9"))
                .containsExactly("The answer to “Is the door open?” has to be yes.");
    }

    @Test
    void aNewItemNeverStatesADay() {
        assertThat(ClubPolicy.of("; exists Lesson( club == $club, heldOn >= \"2026-01-01\" )")
                        .said("\"lessons\": []"))
                .containsExactly("We found no change that would help.");
    }

    @Test
    void aChangeThatMakesAnotherRuleWorseIsNotProposed() {
        assertThat(ClubPolicy.of("chairs >= 5", "chairs <= 3").said("\"chairs\": 2"))
                .containsExactly("Each change we found would make another rule worse.");
        assertThat(ClubPolicy.of("chairs >= 5 || open == true", "chairs <= 3").said("\"chairs\": 4, \"open\": false"))
                .containsExactly("Raise the number of chairs from 4 to 5.");
        assertThat(ClubPolicy.of("chairs >= 5 || style == \"C\"", "chairs <= 3")
                        .said("\"chairs\": 3, \"style\": \"A\""))
                .containsExactly("Change the style of the club from “art” to “code”.");
    }

    @Test
    void aChangeThatRaisesAnAlertIsNotProposed() {
        assertThat(ClubPolicy.of("open == true || chairs >= 9", "alert open == true")
                        .said("\"open\": false, \"chairs\": 1"))
                .containsExactly("Raise the number of chairs from 1 to 9.");
    }

    @Test
    void aStudentIsToldOnlyWhatAStudentCanChange() {
        ClubPolicy policy =
                ClubPolicy.of("handedIn == true || open == true", "open == true", "opened <= \"2020-01-01\"");
        Decision decision = policy.decide("\"handedIn\": false, \"open\": false, \"opened\": \"2021-01-01\"");

        assertThat(ClubPolicy.said(decision, "C-01"))
                .containsExactly("The answer to “Is the form handed in?” has to be yes.");
        assertThat(ClubPolicy.said(decision, "C-02"))
                .containsExactly("Only the school can change this, not the student.");
        assertThat(ClubPolicy.said(decision, "C-03"))
                .containsExactly("Time or age decides this, so there is nothing to change.");
    }

    @Test
    void theSearchEndsAfterAStatedNumberOfTries() {
        StringBuilder lessons = new StringBuilder("\"open\": false, \"lessons\": [");
        for (int i = 0; i < 40; i++) {
            lessons.append(i == 0 ? "" : ", ").append("{\"kind\": \"ART\", \"ready\": false, \"hours\": 1}");
        }
        ClubPolicy policy = ClubPolicy.of("unready <= 20");

        assertThat(policy.said(lessons + "]"))
                .containsExactly(
                        "We made " + ChangeSearch.MOST_TRIES + " tries, the most we make, and found no change.");
    }
}
