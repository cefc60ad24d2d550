package org.hqccp.rulelanguage;

import static org.assertj.core.api.Assertions.assertThat;

import org.hqccp.facts.FactType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which type an expression has, and which values may meet. */
class TypingTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            seats + riders                           ; WHOLE_NUMBER
            seats * 2                                ; WHOLE_NUMBER
            seats * 2.0                              ; NUMBER
            seats + cost                             ; NUMBER
            seats / 2                                ; NUMBER
            leaves - returns                         ; WHOLE_NUMBER
            leaves + 3                               ; DATE
            leaves - 3                               ; DATE
            leaves - "2026-01-31"                    ; WHOLE_NUMBER
            planned + 3                              ; DATE
            count( helpers )                         ; WHOLE_NUMBER
            sum( helpers, hours )                    ; WHOLE_NUMBER
            sum( helpers, pay )                      ; NUMBER
            min( helpers, since )                    ; DATE
            if( open == true, 1, 2 )                 ; WHOLE_NUMBER
            if( open == true, 1, 2.5 )               ; NUMBER
            if( open == true, leaves, planned )      ; DATE
            if( open == true, leaves, "2026-01-31" ) ; DATE
            if( open == true, unknown( "why" ), 2 )  ; WHOLE_NUMBER
            schoolYear( leaves )                     ; WHOLE_NUMBER
            monthDay( leaves )                       ; MONTH_DAY
            dateIn( 2026, opensOn )                  ; DATE
            homeAt - meetsAt                         ; WHOLE_NUMBER
            homeAt - "07:30"                         ; WHOLE_NUMBER
            meetsAt + 90                             ; TIME
            roundDown( seats, 10 )                   ; WHOLE_NUMBER
            roundDown( cost, 5 )                     ; NUMBER
            roundDown( seats, 0.5 )                  ; NUMBER
            parameter( "trip.bell" )                 ; TIME
            parameter( "trip.cost" )                 ; NUMBER
            parameter( "trip.seats" )                ; WHOLE_NUMBER
            parameter( "trip.kinds" )                ; SET_OF_TEXTS
            parameter( "trip.season" )               ; MONTH_DAY
            parameter( "trip.firstDay" )             ; DATE
            """)
    void anExpressionHasTheTypeOfWhatItIsMadeOf(String text, FactType type) throws Exception {
        assertThat(Shape.type(text)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            seats + "3"                   ; TYPE
            title + 3                     ; ARITHMETIC
            leaves + returns              ; ARITHMETIC
            leaves * 2                    ; ARITHMETIC
            leaves + 0.5                  ; ARITHMETIC
            3 - leaves                    ; ARITHMETIC
            opensOn + 3                   ; ARITHMETIC
            open + guided                 ; ARITHMETIC
            needs + 1                     ; ARITHMETIC
            seats == title                ; TYPE
            seats == leaves               ; TYPE
            opensOn == leaves             ; TYPE
            title == kind                 ; TYPE
            title < place                 ; ORDER
            open < guided                 ; ORDER
            needs == needs                ; SET
            seats contains 3              ; SET
            needs contains 3              ; VALUE
            needs contains "SHOES"        ; VALUE
            grades contains "9"           ; TYPE
            grades contains 9.5           ; TYPE
            tags contains 9               ; TYPE
            kind == level                 ; VALUE
            level < student.walks         ; none
            level < kind                  ; ORDER
            kind == parameter( "trip.level" )   ; VALUE
            level <= parameter( "trip.level" )  ; none
            kind memberOf parameter( "trip.kinds" ) ; none
            kind == "MOON"                ; none
            level < "MOON"                ; VALUE
            planned == "2026-08"          ; none
            planned == "2026-13"          ; DATE
            leaves == "2026-08"           ; DATE
            leaves in ( "2026-08" )       ; DATE
            opensOn == "02-29"            ; none
            opensOn == "2-29"             ; DATE
            meetsAt <= "24:00"            ; none
            meetsAt == "7:30"             ; DATE
            meetsAt == "24:01"            ; DATE
            meetsAt == leaves             ; TYPE
            meetsAt + 0.5                 ; ARITHMETIC
            meetsAt + homeAt              ; ARITHMETIC
            roundDown( title, 5 ) == 5    ; FUNCTION
            """)
    void onlyWhatGoesTogetherIsReadTogether(String text, String code) {
        assertThat(code(text)).isEqualTo(code);
    }

    private static String code(String text) {
        try {
            Shape.expression(text);
            return "none";
        } catch (ExpressionException e) {
            return e.code();
        }
    }

    @Test
    void aTextInQuotesTakesTheTypeOfWhatItMeets() throws Exception {
        assertThat(constant("leaves == \"2026-08-01\"").type()).isEqualTo(FactType.DATE);
        assertThat(constant("opensOn == \"08-01\"").type()).isEqualTo(FactType.MONTH_DAY);
        assertThat(constant("kind == \"MUSEUM\"").type()).isEqualTo(FactType.ONE_OF);
        assertThat(constant("title == \"2026-08-01\"").type()).isEqualTo(FactType.TEXT);
    }

    private static Expr constant(String comparison) throws ExpressionException {
        return ((Expr.Comparison) Shape.expression(comparison)).right();
    }

    @Test
    void aRefusalNamesTheFactAndWhatItIs() {
        assertThat(message("seats == title")).isEqualTo("this compares 'seats' (a number) with 'title' (a text)");
    }

    private static String message(String text) {
        try {
            return Shape.of(Shape.expression(text));
        } catch (ExpressionException e) {
            return e.message();
        }
    }
}
