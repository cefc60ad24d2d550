package org.hqccp.rulelanguage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an expression is cut into words and signs. */
class TokenTest {

    @Test
    void eachWordAndSignKnowsWhereItStands() throws Exception {
        assertThat(Token.cut("$a.b >= 12 &&\n c == \"d e\""))
                .extracting(token -> token.kind() + " " + token.text() + " " + token.offset())
                .containsExactly(
                        "NAME $a 0",
                        "SIGN . 2",
                        "NAME b 3",
                        "SIGN >= 5",
                        "NUMBER 12 8",
                        "SIGN && 11",
                        "NAME c 15",
                        "SIGN == 17",
                        "TEXT d e 20",
                        "END  25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <=!(   | <= ! (
            a<-1   | a < - 1
            !=!    | != !
            ===    | SIGN at 2
            a&b    | SIGN at 1
            """)
    void theLongestSignIsReadFirst(String text, String signs) {
        assertThat(cut(text)).isEqualTo(signs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "0.8", "0.0001", "999999999999999", "999999999999999.9999"})
    void aNumberMayHaveFifteenDigitsAndFourPlaces(String number) {
        assertThat(cut(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "07", "1.", "1..2", "1.2.3", "0.00001", "1000000000000000"})
    void anyOtherNumberIsRefusedWhereItBegins(String number) {
        assertThat(cut("a + " + number)).isEqualTo("NUMBER at 4");
    }

    @ParameterizedTest
    @CsvSource({"12a, NUMBER at 0", "1e3, NUMBER at 0", "50%, PERCENT at 2", "2026-08-01, DATE at 0", "#, SIGN at 0"})
    void whatLooksLikeAnotherLanguageIsRefusedByItsOwnCode(String text, String refusal) {
        assertThat(cut(text)).isEqualTo(refusal);
    }

    @Test
    void aTextHoldsAnythingUpToTheNextQuote() throws Exception {
        assertThat(Token.cut("\"a && 'b' 07% é\"").get(0)).isEqualTo(new Token(Token.Kind.TEXT, "a && 'b' 07% é", 0));
        assertThat(cut("a == \"b")).isEqualTo("QUOTE at 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "seatｓ", "ａ", "٣", "“a”", "–1"})
    void aLetterOrDigitOfAnotherScriptIsNoNameAndNoNumber(String text) {
        assertThat(cut(text)).startsWith("SIGN at ");
    }

    @Test
    void aTextIsNeverTakenForTheSignItHolds() throws Exception {
        assertThat(Token.cut("\"&&\"").get(0).is("&&")).isFalse();
        assertThat(Token.cut("&&").get(0).is("&&")).isTrue();
    }

    private static String cut(String text) {
        try {
            return Token.cut(text).stream()
                    .map(Token::text)
                    .collect(joining(" "))
                    .strip();
        } catch (ExpressionException e) {
            return e.code() + " at " + e.offset();
        }
    }
}
