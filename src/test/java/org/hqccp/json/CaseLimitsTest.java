package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hqccp.json.CaseReaderTest.read;
import static org.hqccp.json.CaseReaderTest.refused;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hqccp.json.CaseRefused.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit of a document: the largest is read, one more is refused. */
class CaseLimitsTest {
    private static final String HEAD = "{\"caseId\":\"c\",\"asOf\":\"2026-08-01\",";

    /** A limit, how a document of a size is made, and what one more than the limit is told. */
    static Stream<Arguments> limits() {
        return Stream.of(
                limit(20, n -> HEAD + "\"x-a\":" + "[".repeat(n - 1) + "]".repeat(n - 1) + "}", "MALFORMED  too-deep"),
                limit(
                        20,
                        n -> HEAD + "\"student\":{\"town\":" + "[".repeat(n - 2) + "]".repeat(n - 2) + "}}",
                        "MALFORMED /student/town too-deep"),
                limit(20_000, CaseLimitsTest::tokens, "MALFORMED  too-many-tokens"),
                limit(
                        262_144,
                        n -> HEAD + "\"student\":{}}" + " ".repeat(n - HEAD.length() - 13),
                        "TOO_LARGE  too-large"),
                limit(4_096, n -> HEAD + "\"x-a\":\"" + "a".repeat(n) + "\"}", "MALFORMED  text-too-long"),
                limit(128, n -> HEAD + "\"x-" + "a".repeat(n - 2) + "\":1}", "MALFORMED  name-too-long"),
                limit(128, n -> HEAD + "\"x-a\":{\"" + "a".repeat(n) + "\":1}}", "MALFORMED  name-too-long"),
                limit(32, n -> HEAD + "\"x-a\":" + "1".repeat(n) + "}", "MALFORMED  number-too-long"),
                limit(32, n -> HEAD + "\"x-a\":[0." + "1".repeat(n - 5) + "e-1]}", "MALFORMED  number-too-long"),
                limit(
                        200,
                        n -> HEAD + "\"student\":{\"town\":\"" + "a".repeat(n) + "\"}}",
                        "INVALID /student/town bad-text"),
                limit(
                        200,
                        n -> HEAD + "\"student\":{\"town\":\"" + "\ud83d\ude80".repeat(n) + "\"}}",
                        "INVALID /student/town bad-text"),
                limit(
                        200,
                        n -> HEAD + "\"student\":{\"town\":{\"unknown\":\"" + "a".repeat(n) + "\"}}}",
                        "INVALID /student/town bad-unknown"),
                limit(
                        64,
                        n -> HEAD + "\"programs\":[{\"id\":\"" + "a".repeat(n) + "\"}]}",
                        "INVALID /programs/0/id bad-id"),
                limit(
                        200,
                        n -> HEAD + "\"programs\":[" + list(n, i -> "{\"id\":\"p" + i + "\"}") + "]}",
                        "INVALID /programs too-many"),
                limit(
                        200,
                        n -> HEAD + "\"student\":{\"clubs\":[" + list(n, i -> "\"c" + i + "\"") + "]}}",
                        "INVALID /student/clubs too-many"));
    }

    private static Arguments limit(int limit, IntFunction<String> document, String fault) {
        return Arguments.of(limit, document, fault);
    }

    private static String list(int size, IntFunction<String> element) {
        return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(","));
    }

    /** A document of so many tokens: each bracket, name and value is one. */
    private static String tokens(int count) {
        int around = 9;
        return HEAD + "\"x-a\":[" + list(count - around, i -> "0") + "]}";
    }

    @ParameterizedTest
    @MethodSource("limits")
    void theLargestIsReadAndOneMoreIsRefused(int limit, IntFunction<String> document, String fault) {
        boolean largestIsFit = fault.contains("/student/town too-deep");
        if (!largestIsFit) {
            assertThat(faultOf(document.apply(limit))).isEqualTo("none");
        }
        assertThat(faultOf(document.apply(limit + 1))).isEqualTo(fault);
    }

    private static String faultOf(String json) {
        try {
            read(json);
            return "none";
        } catch (CaseRefused e) {
            CaseProblem first = e.problems().get(0);
            return e.kind() + " " + first.pointer() + " " + first.code();
        }
    }

    @Test
    void longTextsAndNumbersInFactsAreRefusedAsSuch() {
        assertThat(faultOf(HEAD + "\"student\":{\"town\":\"" + "a".repeat(4_097) + "\"}}"))
                .isEqualTo("MALFORMED /student/town text-too-long");
        assertThat(faultOf(HEAD + "\"student\":{\"size\":0." + "1".repeat(31) + "}}"))
                .isEqualTo("MALFORMED /student/size number-too-long");
    }

    @Test
    void atMostFiftyFaultsAreToldAndThatThereAreMore() {
        CaseRefused refused = refused(HEAD + list(60, i -> "\"a" + i + "\":1") + "}");

        assertThat(refused.problems()).hasSize(51);
        assertThat(refused.problems().get(50).code()).isEqualTo("more-problems");
        assertThat(refused(HEAD + list(50, i -> "\"a" + i + "\":1") + "}").problems())
                .hasSize(50)
                .noneMatch(p -> p.code().equals("more-problems"));
    }

    @Test
    void whatBreaksTheDocumentIsToldEvenAfterFiftyFaults() {
        CaseRefused refused = refused(HEAD + list(60, i -> "\"a" + i + "\":1") + ",\"a1\":1");

        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refused.problems().get(0).code()).isEqualTo("not-json");
        assertThat(refused.problems()).hasSize(52);
    }

    /** The parser's table of names adds up the words of a long name: all orders of the same words end in one place. */
    @Test
    void namesThatAreMadeToCollideAreRefusedAndNotADefect() {
        List<String> names = new ArrayList<>();
        orders("x-aaaaaaaaaa", List.of("aaab", "aaac", "aaad", "aaae", "aaaf", "aaag", "aaah"), names);
        String json = HEAD + list(names.size(), i -> "\"" + names.get(i) + "\":1") + "}";

        assertThat(names).hasSize(5_040);
        assertThat(json.length()).isLessThan(262_144);
        assertThat(faultOf(json)).isEqualTo("MALFORMED  too-many-names");
        // What one sender chose hurts no other: the same words again, in a case that holds few of them.
        names.subList(0, 5_000)
                .forEach(name ->
                        assertThat(faultOf(HEAD + "\"" + name + "\":1}")).isEqualTo("none"));
    }

    private static void orders(String before, List<String> words, List<String> into) {
        if (words.isEmpty()) {
            into.add(before);
        }
        for (String word : words) {
            orders(before + word, words.stream().filter(w -> !w.equals(word)).toList(), into);
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThat(codeOf("\ufeff{}".getBytes(StandardCharsets.UTF_8))).isEqualTo("byte-order-mark");
        assertThat(codeOf("{}".getBytes(StandardCharsets.UTF_16))).isEqualTo("not-utf-8");
        assertThat(codeOf("{}".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("not-json");
        assertThat(codeOf("{}".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("not-json");
        assertThat(codeOf("{\"x-\u00e9\":1}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("not-utf-8");
        assertThat(codeOf(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isEqualTo("not-utf-8");
        assertThat(codeOf(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'})).isEqualTo("not-utf-8");
    }

    private static String codeOf(byte[] json) {
        return refused(json).problems().get(0).code();
    }
}
