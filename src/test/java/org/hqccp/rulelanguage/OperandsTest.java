package org.hqccp.rulelanguage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names stand for, and what functions and lists take. */
class OperandsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            trip   ; seats                      ; trip.seats
            trip   ; this.seats                 ; trip.seats
            trip   ; trip.seats                 ; trip.seats
            trip   ; student.gradeLevel         ; case:student.gradeLevel
            trip   ; case.asOf                  ; case:case.asOf
            helper ; hours                      ; helper.hours
            helper ; trip.seats                 ; ../trip.seats
            helper ; school.size                ; case:school.size
            bus    ; school.size                ; case:school.size
            trip   ; count( helpers )           ; (count helper)
            trip   ; count( school.buses )      ; (count case:bus)
            helper ; count( trip.stops )        ; (count ../stop)
            student; count( trips )             ; (count case:trip)
            trip   ; count( needs )             ; (setsize trip.needs)
            trip   ; parameter( "trip.cost" )   ; $trip.cost
            """)
    void aNameIsFoundFromWhereItStands(String entity, String text, String shape) {
        assertThat(Shape.refusal(entity, text)).isEqualTo("read as " + shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            count( helpers, hours > 3 )                         ; (count helper (> each:helper.hours 3))
            count( helpers, hours > this.seats )                ; (count helper (> each:helper.hours trip.seats))
            count( helpers, hours > trip.seats )                ; (count helper (> each:helper.hours trip.seats))
            count( helpers, since < case.asOf )                 ; (count helper (< each:helper.since case:case.asOf))
            sum( stops, minutes * 2, indoors == true )          ; (sum stop (* each:stop.minutes 2) (== each:stop.indoors true))
            max( stops, day )                                   ; (max stop each:stop.day)
            """)
    void insideAListABareNameIsTheElementsAndThisIsTheOwner(String text, String shape) throws Exception {
        assertThat(Shape.of(Shape.expression(text))).isEqualTo(shape);
    }

    @Test
    void afterAListNamesAreTheOwnersAgain() throws Exception {
        assertThat(Shape.condition("count( helpers, hours > 3 ) > seats"))
                .isEqualTo("(> (count helper (> each:helper.hours 3)) trip.seats)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            trip   ; count( helpers, seats > 3 )            ; FACT at 16
            trip   ; hours > 3                              ; FACT at 0
            trip   ; helper.hours > 3                       ; PATH at 0
            student; trip.seats > 3                         ; PATH at 0
            trip   ; student.name.first == "A"              ; PATH at 0
            trip   ; student.religion == "A"                ; CLASS at 0
            trip   ; $trip.seats > 3                        ; VARIABLE at 0
            trip   ; title.length( ) > 3                    ; CODE at 0
            trip   ; seats. > 3                             ; SYNTAX at 7
            trip   ; count( seats )                         ; LIST at 7
            trip   ; sum( needs, seats )                    ; LIST at 5
            trip   ; sum( helpers )                         ; SYNTAX at 13
            trip   ; sum( helpers, role )                   ; TYPE at 0
            trip   ; sum( stops, day )                      ; TYPE at 0
            trip   ; count( helpers, trained )              ; BARE at 7
            student; count( trips, count( helpers ) > 1 )   ; NESTED at 14
            trip   ; counts( helpers )                      ; FUNCTION at 0
            trip   ; age( leaves )                          ; FUNCTION at 0
            trip   ; age( leaves, 5 )                       ; FUNCTION at 0
            trip   ; year( "2026-02-31" )                   ; DATE at 0
            trip   ; dateIn( 2026.5, "02-01" )              ; FUNCTION at 0
            trip   ; dateIn( 2026, "02-30" )                ; DATE at 0
            trip   ; if( open == true, 1 )                  ; FUNCTION at 0
            trip   ; if( open == true, 1, leaves )          ; TYPE at 0
            trip   ; if( open, 1, 2 )                       ; BARE at 0
            trip   ; parameter( trip.cost )                 ; PARAMETER at 0
            trip   ; parameter( "trip.price" )              ; PARAMETER at 0
            trip   ; unknown( )                             ; FUNCTION at 0
            """)
    void whatCannotBeReachedOrCalledIsToldWhereItStands(String entity, String text, String refusal) {
        assertThat(Shape.refusal(entity, text)).isEqualTo(refusal);
    }
}
