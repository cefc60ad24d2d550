package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as RFC 8785 writes them. */
class EcmaNumberTest {
    /** How many lines of the published number file are made, and what they hash to. */
    private static final int LINES = 10_000;

    private static final String HASH = "b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892";

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void theTableOfAppendixB(String bits, String expected) throws FormatException {
        assertThat(text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(expected);
    }

    @Test
    void thePublishedFileOfNumbersToTheByte() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (double number : published(LINES)) {
            String line = Long.toHexString(Double.doubleToRawLongBits(number)) + "," + text(number) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(HASH);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "-0.0, 0",
        "100, 100",
        "123456789012345, 123456789012345",
        "0.1234, 0.1234",
        "12345678901.2345, 12345678901.2345",
        "1e5, 100000"
    })
    void aDecimalOfAFactStaysThePlainDecimal(String written, String expected) throws FormatException {
        assertThat(EcmaNumber.text(new BigDecimal(written))).isEqualTo(expected);
    }

    private static String text(double number) throws FormatException {
        return number == 0 ? EcmaNumber.text(BigDecimal.ZERO) : EcmaNumber.text(new BigDecimal(number));
    }

    /** The published sequence: chosen values, then values in a row, then values out of a chain of hashes. */
    private static List<Double> published(int count) throws Exception {
        List<Double> numbers = new ArrayList<>();
        for (String bits : chosen()) {
            numbers.add(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));
        }
        for (int i = 0; i < 2_000; i++) {
            numbers.add(Double.longBitsToDouble(0x0010000000000000L + i));
        }
        byte[] block = new byte[32];
        while (numbers.size() < count) {
            block = MessageDigest.getInstance("SHA-256").digest(block);
            ByteBuffer words = ByteBuffer.wrap(block).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            while (words.hasRemaining()) {
                double number = words.getDouble();
                if (number != 0 && Double.isFinite(number)) {
                    numbers.add(number);
                }
            }
        }
        return numbers.subList(0, count);
    }

    private static List<String> chosen() {
        try (InputStream in = EcmaNumberTest.class.getResourceAsStream("/decision-log/ecma-numbers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
