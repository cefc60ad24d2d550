package org.hqccp.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hqccp.decision.Change;
import org.hqccp.decision.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The smallest change for one rule that is not met: every kind of edit, and the choice among them. */
class ChangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    chairs >= 20        | "chairs": 3                   | Raise the number of chairs from 3 to 20.
                    chairs > 20         | "chairs": 20                  | Raise the number of chairs from 20 to 21.
                    chairs <= 20        | "chairs": 30                  | Lower the number of chairs from 30 to 20.
                    chairs < 20         | "chairs": 30                  | Lower the number of chairs from 30 to 19.
                    chairs == 7         | "chairs": 9                   | Lower the number of chairs from 9 to 7.
                    chairs != 7         | "chairs": 7                   | Lower the number of chairs from 7 to 6.
                    chairs in (3, 9)    | "chairs": 8                   | Raise the number of chairs from 8 to 9.
                    fee <= 2.25         | "fee": 3                      | Lower the price of a ticket from 3 to 2.25 dollars.
                    fee > 0             | "fee": 0                      | Raise the price of a ticket from 0 to 0.1 dollars.
                    chairs >= 3, chairs <= 8 | "chairs": 40             | Lower the number of chairs from 40 to 8.
                    chairs > 3, chairs != 4  | "chairs": 1              | Raise the number of chairs from 1 to 5.
                    seats >= 30         | "chairs": 10, "rooms": 4      | Raise the number of rooms from 4 to 5.
                    price <= 0.4        | "chairs": 10, "fee": 5        | Lower the price of a ticket from 5 to 4 dollars.
                    chairs >= rooms * 4 | "chairs": 11, "rooms": 3      | Raise the number of chairs from 11 to 12.
                    open == true        | "open": false                 | The answer to “Is the door open?” has to be yes.
                    loud == false       | "loud": true                  | The answer to “Is the music loud?” has to be no.
                    style == "C"        | "style": "A"                  | Change the style of the club from “art” to “code”.
                    style != "A"        | "style": "A"                  | Change the style of the club from “art” to “ball games”.
                    style in ("B", "C") | "style": "A"                  | Change the style of the club from “art” to “ball games”.
                    level <= "LOW"      | "level": "HIGH"               | Change the level of noise from “high” to “low”.
                    level != "MID"      | "level": "MID"                | Change the level of noise from “middle” to “low”.
                    tools contains "SAW" | "tools": []                  | Add “saw” to “tools at hand”.
                    tools excludes "SAW" | "tools": ["SAW", "GLUE"]     | Take “saw” out of “tools at hand”.
                    toolCount >= 3      | "tools": ["DRILL"]            | Add “glue” and “saw” to “tools at hand”.
                    toolCount == 0      | "tools": ["DRILL", "SAW"]     | Take “drill” and “saw” out of “tools at hand”.
                    ages contains chairs | "ages": [9], "chairs": 7     | Add “7” to “ages that may come”.
                    towns contains town | "towns": ["Lynn"], "town": "Hull" | Add “Hull” to “towns it serves”.
                    """)
    void aFactChangesAsLittleAsNeeded(String constraints, String facts, String sentence) {
        assertThat(ClubPolicy.of(constraints).said(facts)).containsExactly(sentence);
    }

    @Test
    void theThresholdMayBeAParameter() {
        ClubPolicy policy = ClubPolicy.of("chairs >= $chairs.value");

        assertThat(policy.said("\"chairs\": 3")).containsExactly("Raise the number of chairs from 3 to 20.");
    }

    @Test
    void theAllowedValuesMayBeAParameter() {
        ClubPolicy policy = ClubPolicy.of("style memberOf $styles.value");

        assertThat(policy.said("\"style\": \"B\""))
                .containsExactly("Change the style of the club from “ball games” to “art”.");
    }

    @Test
    void aFactOfASingleThingChangesWhereItStands() {
        ClubPolicy policy = ClubPolicy.of("; City( )");
        Decision decision = policy.decideCase(
                "{\"caseId\": \"a\", \"asOf\": \"2026-03-02\", \"city\": {\"paysRent\": false}, \"clubs\": [{\"id\": \"a\"}]}");

        assertThat(ClubPolicy.said(decision, "C-01"))
                .containsExactly("The answer to “Does the city pay the rent?” has to be yes.");
        assertThat(edit(decision).pointer()).isEqualTo("/city/paysRent");
    }

    @Test
    void aChangeSaysWhereAndFromWhatToWhatAndWhatComesOfIt() {
        Decision decision = ClubPolicy.of("chairs >= 20").decide("\"chairs\": 3");

        assertThat(decision.changes())
                .containsExactly(new Change(
                        "C-01",
                        "a",
                        List.of(new Change.Edit(
                                "/clubs/0/chairs",
                                "club.chairs",
                                "number of chairs",
                                3L,
                                20L,
                                "Raise the number of chairs from 3 to 20.")),
                        "OPEN",
                        null));
    }

    @Test
    void twoElementsOfOneSetAreOneEdit() {
        Change.Edit edit = edit(ClubPolicy.of("ages contains 7, ages contains 8, ages excludes 10")
                .decide("\"ages\": [10, 9]"));

        assertThat(edit.from()).isEqualTo(List.of(9L, 10L));
        assertThat(edit.to()).isEqualTo(List.of(7L, 8L, 9L));
        assertThat(edit.sentence()).isEqualTo("Add “7” and “8” to “ages that may come”, and take out “10”.");
    }

    @Test
    void conditionsOnDerivedFactsAreLookedThrough() {
        assertThat(ClubPolicy.of("calm == true").said("\"open\": true, \"loud\": true"))
                .containsExactly(
                        "The answer to “Is the music loud?” has to be no.",
                        "The answer to “Is the door open?” has to be no.");
        assertThat(ClubPolicy.of("calm == false").said("\"open\": false, \"loud\": false"))
                .containsExactly("The answer to “Is the music loud?” has to be yes.");
        assertThat(ClubPolicy.of("indoorSeats >= 5").said("\"open\": false, \"chairs\": 9"))
                .containsExactly("The answer to “Is the door open?” has to be yes.");
        assertThat(ClubPolicy.of("indoorSeats >= 5").said("\"open\": false, \"chairs\": 4"))
                .containsExactly(
                        "Raise the number of chairs from 4 to 5.", "The answer to “Is the door open?” has to be yes.");
    }

    @Test
    void whereOneFactCannotGoFarEnoughAnotherHelps() {
        assertThat(ClubPolicy.of("rooms + rooms >= 12 || rooms * 2 + chairs >= 12")
                        .said("\"rooms\": 1, \"chairs\": 0"))
                .containsExactly("Raise the number of chairs from 0 to 10.");
        assertThat(ClubPolicy.of("rooms >= 5, fee <= 1, open == true")
                        .said("\"rooms\": 1, \"fee\": 4, \"open\": false"))
                .containsExactly(
                        "Lower the price of a ticket from 4 to 1 dollar.",
                        "The answer to “Is the door open?” has to be yes.",
                        "Raise the number of rooms from 1 to 5.");
    }

    @Test
    void fewerEditsComeBeforeSmallerOnes() {
        assertThat(ClubPolicy.of("chairs >= 90 || open == true && loud == true")
                        .said("\"chairs\": 1, \"open\": false, \"loud\": false"))
                .containsExactly("Raise the number of chairs from 1 to 90.");
    }

    @Test
    void theSmallerMoveComesFirst() {
        assertThat(ClubPolicy.of("chairs >= 12 || rooms >= 4").said("\"chairs\": 10, \"rooms\": 1"))
                .containsExactly("Raise the number of chairs from 10 to 12.");
        assertThat(ClubPolicy.of("chairs >= 14 || rooms >= 4").said("\"chairs\": 10, \"rooms\": 1"))
                .containsExactly("Raise the number of rooms from 1 to 4.");
    }

    @Test
    void toAddIsBetterThanToTakeAway() {
        assertThat(ClubPolicy.of("ages excludes 9 || tools contains \"SAW\"").said("\"ages\": [9], \"tools\": []"))
                .containsExactly("Add “saw” to “tools at hand”.");
    }

    @Test
    void anItemIsAddedThatSaysNoMoreThanTheRuleAsks() {
        Decision decision = ClubPolicy.of("codeLessons >= 1").decide("\"lessons\": []");
        Change.Edit edit = edit(decision);

        assertThat(edit.pointer()).isEqualTo("/clubs/0/lessons/-");
        assertThat(edit.fact()).isEqualTo("club.lessons");
        assertThat(edit.from()).isNull();
        assertThat(edit.to()).hasToString("{kind=CODE}");
        assertThat(edit.sentence()).isEqualTo("Add one lesson (kind of lesson: code).");
    }

    @Test
    void asManyItemsAreAddedAsAreShort() {
        assertThat(ClubPolicy.of("codeLessons >= 3").said("\"lessons\": [{\"kind\": \"CODE\"}, {\"kind\": \"ART\"}]"))
                .containsExactly(
                        "Add one lesson (kind of lesson: code).", "Add one more lesson (kind of lesson: code).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
                    hours >= 1.5, topics contains "X"   @ hours of the lesson: 1.5; topics of the lesson: maps
                    kind in ("CODE"), ready == true     @ kind of lesson: code; lesson made ready: yes
                    kind != "CODE", hours < 2           @ hours of the lesson: 1.9; kind of lesson: art
                    ready == true || kind == "ART"      @ kind of lesson: art
                    topics contains "X", topics excludes "Y", topics contains "X" @ topics of the lesson: maps
                    topics excludes "Y"                 @ topics of the lesson: none
                    hours in (2.5)                      @ hours of the lesson: 2.5
                    """)
    void aNewItemFitsTheConditionOnItsList(String condition, String says) {
        ClubPolicy policy = ClubPolicy.of("; exists Lesson( club == $club, " + condition + " )");

        assertThat(policy.said("\"lessons\": []")).containsExactly("Add one lesson (" + says + ").");
    }

    @Test
    void anItemThatIsThereIsMendedBeforeANewOneIsAdded() {
        assertThat(ClubPolicy.of("; exists Lesson( club == $club, kind == \"ART\", ready == true, hours >= 1 )")
                        .said("\"lessons\": [{\"kind\": \"CODE\", \"hours\": 2, \"ready\": false}, "
                                + "{\"kind\": \"ART\", \"hours\": 2, \"ready\": false}]"))
                .containsExactly("For lesson 2, the answer to “Is it ready?” has to be yes.");
    }

    @Test
    void whatAnItemIsNeverChanges() {
        assertThat(ClubPolicy.of("codeLessons >= 1").said("\"lessons\": [{\"kind\": \"ART\"}]"))
                .containsExactly("Add one lesson (kind of lesson: code).");
    }

    @Test
    void everyItemThatDoesNotFitIsMended() {
        String lessons = "\"lessons\": [{\"ready\": false}, {\"ready\": true}, {\"ready\": false}]";
        List<String> both = List.of(
                "For lesson 1, the answer to “Is it ready?” has to be yes.",
                "For lesson 3, the answer to “Is it ready?” has to be yes.");

        assertThat(ClubPolicy.of("unready == 0").said(lessons)).isEqualTo(both);
        assertThat(ClubPolicy.of("unready < 1").said(lessons)).isEqualTo(both);
        assertThat(ClubPolicy.of("; not Lesson( club == $club, ready == false )")
                        .said(lessons))
                .isEqualTo(both);
        assertThat(ClubPolicy.of("unready <= 1").said(lessons)).containsExactly(both.get(0));
    }

    @Test
    void aNewItemAlsoFitsWhatElseIsAskedOfTheList() {
        assertThat(ClubPolicy.of("codeLessons >= 1, unready == 0").said("\"lessons\": []"))
                .containsExactly("Add one lesson (kind of lesson: code; lesson made ready: yes).");
    }

    @Test
    void aNewItemOfANamedListTakesAFreeName() {
        assertThat(ClubPolicy.of("branchCount >= 2").said("\"branches\": [{\"side\": \"N\"}]"))
                .containsExactly("Add one branch (side of town: south).");
        assertThat(ClubPolicy.of("; exists Branch( club == $club, staffed == true )")
                        .said("\"branches\": []"))
                .containsExactly("Add one branch (side of town: north; branch with a keeper: yes).");
    }

    @Test
    void aSumIsFilledByAnItemOrByANewOne() {
        assertThat(ClubPolicy.of("hours >= 4").said("\"lessons\": [{\"kind\": \"CODE\", \"hours\": 2}]"))
                .containsExactly("Add one lesson (hours of the lesson: 2; kind of lesson: code).");
        assertThat(ClubPolicy.of("hours >= 2.5").said("\"lessons\": [{\"kind\": \"CODE\", \"hours\": 2}]"))
                .containsExactly("For lesson 1, raise the hours of the lesson from 2 to 2.5.");
        assertThat(ClubPolicy.of("hours >= 5").said("\"lessons\": []"))
                .containsExactly(
                        "Add one lesson (hours of the lesson: 3; kind of lesson: code).",
                        "Add one lesson (hours of the lesson: 2; kind of lesson: code).");
        assertThat(ClubPolicy.of("longest >= 2").said("\"lessons\": [{\"hours\": 1}, {\"hours\": 1.5}]"))
                .containsExactly("For lesson 2, raise the hours of the lesson from 1.5 to 2.");
    }

    @Test
    void eachRuleAndSubjectHasItsOwnChangeInOrder() {
        Decision decision = ClubPolicy.of("chairs >= 5", "open == true")
                .decideCase(
                        "{\"caseId\": \"a\", \"asOf\": \"2026-03-02\", \"clubs\": ["
                                + "{\"id\": \"b\", \"chairs\": 1, \"open\": false}, {\"id\": \"a\", \"chairs\": 9, \"open\": false}]}");

        assertThat(decision.changes())
                .extracting(Change::ruleId, Change::subject, Change::outcomeThen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("C-01", "b", "SHUT"),
                        org.assertj.core.groups.Tuple.tuple("C-02", "a", "OPEN"),
                        org.assertj.core.groups.Tuple.tuple("C-02", "b", "SHUT"));
    }

    @Test
    void nothingIsProposedForWhatIsMetOrNotKnown() {
        assertThat(ClubPolicy.of("chairs >= 5").decide("\"chairs\": 9").changes())
                .isEmpty();
        assertThat(ClubPolicy.of("chairs >= 5").decide("\"rooms\": 1").changes())
                .isEmpty();
    }

    private static Change.Edit edit(Decision decision) {
        List<Change> changes = decision.changes();
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).edits()).hasSize(1);
        return changes.get(0).edits().get(0);
    }
}
