package org.hqccp.rulelanguage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Derived facts as a whole: circles, classes, types, units. */
class DerivedFactsTest {

    private static SortedMap<String, String> with(String entity, String... facts) {
        return Trips.with(Map.of("facts/more.yaml", file(entity, facts)));
    }

    private static String file(String entity, String... facts) {
        return "entity: " + entity + "\nfacts:\n  " + String.join("\n  ", facts) + "\n";
    }

    private static String whole(String name, String is) {
        return name + ": {label: what is worked out, type: whole-number, is: '" + is + "'}";
    }

    private static List<String> codes(SortedMap<String, String> files) {
        return Trips.problems(files).stream().map(Problem::code).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a + 1",
                "if( a > 1, 1, 2 )",
                "if( open == true, a, 2 )",
                "count( helpers, hours > this.a )",
                "sum( helpers, hours * this.a )",
                "max( trips, a )",
            })
    void aFactThatReadsItselfAnywhereIsACircle(String is) {
        assertThat(codes(with("trip", whole("a", is)))).containsExactly("CIRCLE");
    }

    @Test
    void aCircleThroughOtherThingsIsToldOfEachFactInIt() {
        SortedMap<String, String> files = Trips.with(Map.of(
                "facts/more.yaml",
                file("trip", whole("a", "sum( helpers, b )"), whole("outside", "a + 1")),
                "facts/other.yaml",
                file("helper", whole("b", "school.c")),
                "facts/third.yaml",
                file("school", whole("c", "sum( trips, a )"))));

        assertThat(Trips.problems(files))
                .extracting(problem -> problem.file() + " " + problem.message())
                .containsExactlyInAnyOrder(
                        "facts/more.yaml 'a' is worked out from itself",
                        "facts/other.yaml 'b' is worked out from itself",
                        "facts/third.yaml 'c' is worked out from itself");
    }

    @Test
    void aFactThatIsReadOnTwoWaysIsNoCircle() {
        assertThat(codes(with(
                        "trip", whole("a", "b + c"), whole("b", "d + 1"), whole("c", "d + 2"), whole("d", "seats"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            whole-number ; seats + riders                    ; none
            whole-number ; cost                              ; TYPE
            whole-number ; seats / 2                         ; TYPE
            number       ; seats / 2                         ; none
            number       ; seats                             ; none
            yes-no       ; seats > 5                         ; none
            yes-no       ; seats                             ; TYPE
            date         ; leaves + 3                        ; none
            date         ; leaves - returns                  ; TYPE
            month-day    ; monthDay( leaves )                ; none
            text         ; title                             ; none
            text         ; seats                             ; TYPE
            whole-number ; unknown( "nobody knows yet" )     ; none
            """)
    void aFactIsOfTheTypeItIsDeclaredAs(String type, String is, String code) {
        List<String> codes =
                codes(with("trip", "x: {label: what is worked out, type: " + type + ", is: '" + is + "'}"));

        assertThat(codes).isEqualTo(code.equals("none") ? List.of() : List.of(code));
    }

    @Test
    void aFactMayGiveOnlyTheCodesItDeclares() {
        String level = "x: {label: what is worked out, type: one-of, values: {LOW: low, HIGH: high}, is: '%s'}";

        assertThat(codes(with("trip", level.formatted("if( seats > 5, \"HIGH\", \"LOW\" )"))))
                .isEmpty();
        assertThat(codes(with("trip", level.formatted("if( seats > 5, \"HIGH\", \"MIDDLE\" )"))))
                .containsExactly("TYPE");
    }

    /** The decision may read facts of class GREEN alone; what is worked out from another is of that class too. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            swims == true                           ; 0
            allergies == true                       ; 1
            count( trips, student.allergies == true ) > 0 ; 1
            """)
    void aFactIsOfTheStrictestClassOfWhatItReadsHoweverFarAway(String is, int refusals) {
        SortedMap<String, String> files = with(
                "student",
                "near: {label: what is worked out, type: yes-no, is: '" + is + "'}",
                "far: {label: what is worked out from it, type: yes-no, is: 'near == true'}");
        files.put(
                Trips.file("TX-01"),
                Trips.criterion("TX-01", "", "$s : Student( far == true )", "$trip : Trip( seats > 5 )"));

        assertThat(codes(files))
                .hasSize(refusals)
                .containsOnlyOnceElementsOf(refusals == 0 ? List.of() : List.of("CLASS"));
    }

    @Test
    void aFactHasTheUnitItDeclaresAndTakesNoneFromWhatItReads() {
        var trip = Trips.read(with(
                        "trip",
                        "a: {label: what is worked out, type: whole-number, unit: places, is: 'seats'}",
                        whole("b", "seats")))
                .dictionary()
                .type("trip");

        assertThat(trip.fact("a").unit()).isEqualTo("places");
        assertThat(trip.fact("b").unit()).isNull();
    }
}
