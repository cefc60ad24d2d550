package org.hqccp.rulelanguage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How signs bind, and what each form of the language is understood as. */
class ExpressionParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            open == true || guided == true && seats > 5     ; (or (== trip.open true) (and (== trip.guided true) (> trip.seats 5)))
            (open == true || guided == true) && seats > 5   ; (and (or (== trip.open true) (== trip.guided true)) (> trip.seats 5))
            !( open == true ) && seats > 5                  ; (and (not (== trip.open true)) (> trip.seats 5))
            seats + riders * 2 > 5                          ; (> (+ trip.seats (* trip.riders 2)) 5)
            (seats + riders) * 2 > 5                        ; (> (* (+ trip.seats trip.riders) 2) 5)
            seats - riders - 2 > 5                          ; (> (- (- trip.seats trip.riders) 2) 5)
            seats / riders / 2 > 5                          ; (> (/ (/ trip.seats trip.riders) 2) 5)
            seats - -3 > 5                                  ; (> (- trip.seats -3) 5)
            climb > -0.5                                    ; (> trip.climb -0.5)
            """)
    void signsBindAsInArithmeticAndLogic(String text, String shape) throws Exception {
        assertThat(Shape.condition(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            5 < seats                              ; (> trip.seats 5)
            5 >= seats                             ; (<= trip.seats 5)
            "MUSEUM" == kind                       ; (== trip.kind 'MUSEUM')
            "MIDDLE" < level                       ; (> trip.level 'MIDDLE')
            kind not in ( "MUSEUM", "FOREST" )     ; (not-in trip.kind 'MUSEUM' 'FOREST')
            seats in ( 1, -2 )                     ; (in trip.seats 1 -2)
            needs not contains "BOOTS"             ; (excludes trip.needs 'BOOTS')
            needs not excludes "BOOTS"             ; (contains trip.needs 'BOOTS')
            seats memberOf grades                  ; (contains trip.grades trip.seats)
            kind not memberOf student.likes        ; (excludes case:student.likes trip.kind)
            """)
    void theSameIsUnderstoodFromEitherSide(String text, String shape) throws Exception {
        assertThat(Shape.condition(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seats>5&&open==true", "  seats  >\n5\t&& open == true  "})
    void spaceMeansNothing(String text) throws Exception {
        assertThat(Shape.condition(text)).isEqualTo("(and (> trip.seats 5) (== trip.open true))");
    }

    @Test
    void twentyLevelsAreReadAndOneMoreIsRefused() throws Exception {
        assertThat(Shape.condition(nested(19))).isEqualTo("(> trip.seats 5)");
        assertThat(Shape.refusal("trip", nested(20))).isEqualTo("DEPTH at 20");
    }

    private static String nested(int levels) {
        return "(".repeat(levels) + "seats > 5" + ")".repeat(levels);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            seats >                      ; SYNTAX at 7
            seats > 5 )                  ; SYNTAX at 10
            ( seats > 5                  ; SYNTAX at 11
            seats > 5 open == true       ; SYNTAX at 10
            seats > 5 && && open == true ; SYNTAX at 13
            ! open == true               ; NOT at 0
            seats > - riders             ; SIGN at 8
            seats not > 5                ; SYNTAX at 6
            seats in 5                   ; SYNTAX at 9
            seats in ( )                 ; SYNTAX at 11
            seats in ( riders )          ; LIST at 11
            seats in ( "5" )             ; TYPE at 11
            title matches "a.*"          ; OPERATOR at 6
            title soundslike "a"         ; OPERATOR at 6
            1 < seats < 9                ; CHAIN at 10
            5 > 4                        ; CONSTANT at 2
            open && guided == true       ; BARE at 0
            true || guided == true       ; CONSTANT at 0
            seats && guided == true      ; CONDITION at 0
            seats == null                ; NULL at 9
            """)
    void aMistakeIsToldWhereItStands(String text, String refusal) {
        assertThat(Shape.refusal("trip", text)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seats", "seats + 1", "5", "title", "count( helpers )"})
    void aValueIsNoCondition(String value) throws Exception {
        assertThat(Shape.expression(value)).isNotNull();
        assertThat(conditionCode(value)).isEqualTo("CONDITION");
    }

    @Test
    void aYesOrNoAloneIsNoCondition() {
        assertThat(conditionCode("open")).isEqualTo("BARE");
        assertThat(conditionCode("true")).isEqualTo("CONSTANT");
        assertThat(conditionCode("!( open )")).isEqualTo("BARE");
    }

    private static String conditionCode(String text) {
        try {
            return Shape.condition(text);
        } catch (ExpressionException e) {
            return e.code();
        }
    }
}
