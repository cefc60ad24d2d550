package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hqccp.decision.Status;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in silence where rules are given to Drools as they are written; {@code docs/engine.md} lists all of it. */
class TrapsTest {
    private static final String ID = "TX-01";
    private static final String NOTHING_KNOWN = "{'trips': [{'id': 'a', 'helpers': [{'name': 'h'}]}]}";

    private static List<String> codes(String text) {
        return Trips.problems(Trips.with(Map.of(Trips.file(ID), text))).stream()
                .map(Problem::code)
                .toList();
    }

    private static TripCase trips(String annotations, String... when) {
        return TripCase.of(Trips.with(Map.of(Trips.file(ID), Trips.criterion(ID, annotations, when))));
    }

    private static Status status(String constraint, String trip) {
        return trips("", "$trip : Trip( " + constraint + " )").status(ID, "{'trips': [{'id': 'a'," + trip + "}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seats = 50", "seats >= 50%", "seats >= 50 AND open == true", "seats >= 50,"})
    void aTypingErrorUnderAnAnnotationIsRefusedAndNeverAnEmptyCondition(String wrong) {
        assertThat(codes(Trips.criterion(ID, "@appliesTo( open == true )", "$trip : Trip( " + wrong + " )")))
                .containsExactly("SYNTAX");
    }

    @Test
    void anEmptyConditionIsRefused() {
        assertThat(codes(Trips.criterion(ID, ""))).containsExactly("EMPTY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$trip : Trip( seats != 5 )",
                "$trip : Trip( seats not in ( 5, 6 ) )",
                "$trip : Trip( !( seats > 5 ) )",
                "$trip : Trip( riders + 1 > 0 )",
                "$trip : Trip( open == false )",
                "$trip : Trip( needs excludes \"BOOTS\" )",
                "$trip : Trip( leaves != returns )",
                "$trip : Trip( kind != \"FOREST\" )",
                "$trip : Trip( )\n  not Helper( trip == $trip, hours < 90 )",
                "$trip : Trip( )\n  exists Helper( trip == $trip, hours != 3 )",
                "$trip : Trip( )\n  exists Helper( trip == $trip, hours > $trip.seats )",
                "$s : Student( gradeLevel != 9 )\n  $trip : Trip( )",
            })
    void whatIsNotKnownIsNeitherYesNorNo(String when) {
        assertThat(trips("", when).status(ID, NOTHING_KNOWN)).isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exists Helper( trip == $trip ) | UNKNOWN | NOT_MET
            not Helper( trip == $trip )    | UNKNOWN | MET
            """)
    void aListThatIsAbsentIsNotKnownAndOneThatIsEmptyIsNone(String list, Status absent, Status empty) {
        TripCase trips = trips("", "$trip : Trip( )", list);

        assertThat(trips.status(ID, "{'trips': [{'id': 'a'}]}")).isEqualTo(absent);
        assertThat(trips.status(ID, "{'trips': [{'id': 'a', 'helpers': []}]}")).isEqualTo(empty);
    }

    @Test
    void oneConditionOnAListDoesNotSilenceAnother() {
        TripCase trips = TripCase.of(Trips.with(Map.of(
                Trips.file("TX-01"),
                Trips.criterion(
                        "TX-01", "", "$trip : Trip( )", "exists Helper( trip == $trip )", "not Stop( trip == $trip )"),
                Trips.DECISION + "/money/TX-02-rule.drl",
                Trips.criterion(
                        "TX-02",
                        "",
                        "$trip : Trip( )",
                        "exists Helper( trip == $trip )",
                        "exists Bus( electric == true )"))));
        String json = "{'school': {'buses': [{'electric': true}]},"
                + " 'trips': [{'id': 'a', 'helpers': [{'name': 'h'}], 'stops': []}]}";

        assertThat(trips.status("TX-01", json)).isEqualTo(Status.MET);
        assertThat(trips.status("TX-02", json)).isEqualTo(Status.MET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exists( Helper( trip == $trip ) and not Stop( trip == $trip ) )",
                "not( Helper( trip == $trip ) and Stop( trip == $trip ) )",
                "exists Helper( trip == $trip ) or exists Stop( trip == $trip )",
                "not( not Helper( trip == $trip ) )",
            })
    void groupsOfPatternsAreRefused(String group) {
        assertThat(codes(Trips.criterion(ID, "", "$trip : Trip( )", group))).containsExactly("NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 10",
                "no-loop true",
                "lock-on-active true",
                "agenda-group \"x\"",
                "activation-group \"x\"",
                "ruleflow-group \"x\"",
                "auto-focus true",
                "enabled false",
                "dialect \"mvel\"",
                "duration 10",
                "timer ( int: 1s )",
                "date-effective \"01-Jul-2024\"",
                "date-effective \"31-Feb-2024\"",
                "date-expires \"30-Jun-2024\"",
            })
    void everyAttributeOfDroolsIsRefused(String attribute) {
        String text = Trips.criterion(ID, "", "$trip : Trip( seats > 5 )").replace("when\n", attribute + "\nwhen\n");

        assertThat(codes(text)).contains("NOT_ALLOWED");
    }

    @Test
    void aRuleHoldsOnItsLastDayAndNotOnTheNext() {
        TripCase trips = trips("@to( \"2024-06-30\" )", "$trip : Trip( seats > 5 )");

        assertThat(trips.status(ID, "{'asOf': '2024-06-30', 'trips': [{'id': 'a', 'seats': 6}]}"))
                .isEqualTo(Status.MET);
        assertThat(trips.status(ID, "{'asOf': '2024-07-01', 'trips': [{'id': 'a', 'seats': 6}]}"))
                .isNull();
    }

    @Test
    void theDateOfTheCasePicksTheParameterAndNotTheDayOfToday() {
        TripCase trips = TripCase.of(Trips.files());

        assertThat(trips.status("TM-01", "{'asOf': '2022-12-31', 'trips': [{'id': 'a', 'cost': 21}]}"))
                .isEqualTo(Status.NOT_MET);
        assertThat(trips.status("TM-01", "{'asOf': '2023-01-01', 'trips': [{'id': 'a', 'cost': 21}]}"))
                .isEqualTo(Status.MET);
        assertThat(trips.status("TM-01", "{'asOf': '2026-01-01', 'trips': [{'id': 'a', 'cost': 21}]}"))
                .isEqualTo(Status.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seats >= "50"        | TYPE
            seats >= "fifty"     | TYPE
            title > 5            | TYPE
            open == "true"       | TYPE
            open == 1            | TYPE
            leaves > 2026        | TYPE
            kind == "MUSEUMS"    | VALUE
            kind == MUSEUM       | FACT
            kind == Kind.MUSEUM  | PATH
            kind == "museum"     | VALUE
            level > "HARDER"     | VALUE
            kind > "FOREST"      | ORDER
            leaves > "2026-02-31" | DATE
            leaves > "30-Jun-2024" | DATE
            leaves > "7/1/2024"  | DATE
            opensOn > "02-30"    | DATE
            open                 | BARE
            open == True         | FACT
            seats >= 07          | NUMBER
            seats == null        | NULL
            seats != null        | NULL
            """)
    void nothingIsTurnedIntoAnotherType(String constraint, String code) {
        assertThat(codes(Trips.criterion(ID, "", "$trip : Trip( " + constraint + " )")))
                .containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modify( $trip ) { setSeats( 5 ) };",
                "update( $trip );",
                "insert( $trip );",
                "insertLogical( $trip );",
                "delete( $trip );",
                "drools.halt();",
                "while( true ) { }",
                "met( $trip ); met( $trip );",
            })
    void aConclusionNeverActs(String consequence) {
        String text = Trips.criterion(ID, "", "$trip : Trip( seats > 5 )").replace("met( $trip );", consequence);

        assertThat(codes(text)).hasSize(1).isSubsetOf("THEN", "VERB", "SYNTAX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"// \\u000a x", "@advice( \"\\u0022\" )", "@advice( \"\\n\" )"})
    void aBackslashMayStandNowhere(String line) {
        assertThat(codes(Trips.criterion(ID, line, "$trip : Trip( seats > 5 )")))
                .containsOnly("BACKSLASH");
    }

    @Test
    void anIdStandsOnceEvenAcrossFolders() {
        List<Problem> problems = Trips.problems(Trips.with(Map.of(
                Trips.DECISION + "/money/TS-01-again.drl", Trips.criterion("TS-01", "", "$trip : Trip( seats > 5 )"))));

        assertThat(problems).extracting(Problem::code).containsExactly("DUPLICATE");
    }

    @Test
    void aBlankRowOfATableIsToldAndEndsNothing() {
        String table = Trips.files().get("parameters.csv");
        List<Problem> problems =
                Trips.problems(Trips.with(Map.of("parameters.csv", table.replace("\ntrip.season", "\n\ntrip.season"))));

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("parameters.csv:13:1 BLANK the line is empty (delete it)");
    }

    @Test
    void aCaseLeavesNothingToTheNext() {
        TripCase trips = trips("", "$trip : Trip( )", "exists Helper( trip == $trip, role == \"COOK\" )");
        String with = "{'trips': [{'id': 'a', 'helpers': [{'role': 'COOK'}]}]}";
        String without = "{'trips': [{'id': 'a', 'helpers': []}]}";

        assertThat(trips.status(ID, with)).isEqualTo(Status.MET);
        assertThat(trips.status(ID, without)).isEqualTo(Status.NOT_MET);
        assertThat(trips.status(ID, with)).isEqualTo(Status.MET);
    }

    @Test
    void whatIsFoundStandsInTheOrderOfTheIds() {
        TripCase trips = TripCase.of(Trips.with(Map.of(
                Trips.DECISION + "/safety/TA-01-late-in-the-alphabet.drl",
                Trips.criterion("TA-01", "", "$trip : Trip( seats > 5 )"))));

        assertThat(trips.results("{'trips': [{'id': 'a', 'seats': 6}]}"))
                .extracting(result -> result.rule().id())
                .isSorted();
    }

    @Test
    void equalNumbersAreEqualHoweverTheyAreWritten() {
        assertThat(status("cost == 20.50", "'cost': 20.5")).isEqualTo(Status.MET);
        assertThat(status("cost in ( 20.500, 3 )", "'cost': 20.5")).isEqualTo(Status.MET);
        assertThat(status("cost != 20.50", "'cost': 20.5")).isEqualTo(Status.NOT_MET);
    }

    @Test
    void onlyWhatIsSaidCountsForTheHashAndNotLayoutOrComments() {
        String text = Trips.criterion(ID, "", "$trip : Trip( seats > 5 )");
        String laidOut = text.replace("$trip : Trip( seats > 5 )", "// a note\n  $trip :  Trip(seats > 5)");

        assertThat(hash(laidOut)).isEqualTo(hash(text));
        assertThat(hash(text.replace("> 5", "> 6"))).isNotEqualTo(hash(text));
    }

    private static String hash(String text) {
        return Trips.read(Trips.with(Map.of(Trips.file(ID), text)))
                .rules()
                .get(ID)
                .hash();
    }

    @Test
    void noRunningRulesAreEverChangedInPlace() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as("%s", file).doesNotContain(".updateToVersion(", "KieContainer");
            }
        }
    }
}
