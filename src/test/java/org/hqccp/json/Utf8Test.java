package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final long SEED = 20260801L;

    @Test
    void everySequenceOfUpToThreeBytesIsJudgedAsTheJdkJudgesIt() {
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                check(new byte[] {(byte) first, (byte) second});
                for (int third : new int[] {0, 0x2f, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff}) {
                    check(new byte[] {(byte) first, (byte) second, (byte) third});
                    check(new byte[] {(byte) first, (byte) second, (byte) third, (byte) 0x80});
                }
            }
        }
    }

    @Test
    void randomBytesBetweenPlainOnesAreJudgedAsTheJdkJudgesThem() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            byte[] text = "abcdefgh \u00e9\u2028\ud83d\ude80 abcdefghijklmnop".getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change > 0; change--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            check(text);
        }
    }

    private static void check(byte[] bytes) {
        boolean valid;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            valid = true;
        } catch (CharacterCodingException e) {
            valid = false;
        }
        assertThat(Utf8.isValid(bytes))
                .as("%s, seed %d", ByteBuffer.wrap(bytes), SEED)
                .isEqualTo(valid);
    }
}
