package org.hqccp.rulelanguage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walking through an expression, and moving a condition to another thing. */
class PathsTest {

    @Test
    void everyPartIsShownAndTheWholeFirst() throws Exception {
        List<String> seen = new ArrayList<>();

        Paths.walk(
                Shape.expression("if( open == true, age( leaves, returns ), 1 ) + 2"),
                part -> seen.add(Shape.of(part)));

        assertThat(seen)
                .containsExactly(
                        "(+ (choice (== trip.open true) (age trip.leaves trip.returns) 1) 2)",
                        "(choice (== trip.open true) (age trip.leaves trip.returns) 1)",
                        "(== trip.open true)",
                        "trip.open",
                        "true",
                        "(age trip.leaves trip.returns)",
                        "trip.leaves",
                        "trip.returns",
                        "1",
                        "2");
    }

    /** A part that were left out would hide the facts it reads: from the class check, the circle check, the questions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "seats > 1",
                "1 < seats",
                "seats in ( 1, 2 )",
                "grades contains seats",
                "!( seats > 1 )",
                "open == true && seats > 1",
                "open == true || seats > 1",
                "2 * ( 1 + seats ) > 1",
                "if( seats > 1, 1, 2 ) > 1",
                "if( open == true, seats, 2 ) > 1",
                "if( open == true, 2, seats ) > 1",
                "dateIn( seats, opensOn ) > leaves",
                "count( helpers, hours > this.seats ) > 1",
                "sum( helpers, hours * this.seats ) > 1",
                "max( helpers, hours, hours > this.seats ) > 1",
            })
    void aFactIsFoundWhereverItStands(String text) throws Exception {
        List<String> facts = new ArrayList<>();

        Paths.walk(Shape.expression(text), part -> {
            if (part instanceof Expr.FactValue value) {
                facts.add(value.fact().path());
            }
        });

        assertThat(facts).contains("trip.seats");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            gradeLevel > 9                                ; (> case:student.gradeLevel 9)
            !( gradeLevel in ( 9, 10 ) )                  ; (not (in case:student.gradeLevel 9 10))
            likes contains "MUSEUM" || swims == true      ; (or (contains case:student.likes 'MUSEUM') (== case:student.swims true))
            gradeLevel + 1 > schoolYear && swims == true  ; (and (> (+ case:student.gradeLevel 1) case:student.schoolYear) (== case:student.swims true))
            dateOfBirth < case.asOf                       ; (< case:student.dateOfBirth case:case.asOf)
            """)
    void aConditionOnASingleThingIsReadFromTheCase(String text, String moved) throws Exception {
        Scope student = Shape.scope("student");
        Expr condition = ExpressionParser.condition(text, student);

        Expr.Path path = new Expr.Path(Expr.From.CASE, 0, student.owner());

        assertThat(Shape.of(Paths.rebase(condition, path))).isEqualTo(moved);
    }
}
