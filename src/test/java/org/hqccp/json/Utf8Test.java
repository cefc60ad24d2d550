package org.hqccp.json;

import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private static final long SEED = 20260801L;

    /** The first and last bytes of every range that RFC 3629 tells apart. */
    private static final int[] EDGES = {0, 0x2f, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xed, 0xf4, 0xff
    };

    @Test
    void everySequenceOfUpToFourBytesIsJudgedAsTheJdkJudgesIt() {
        for (int first = 0; first < 256; first++) {
            for (int second : EDGES) {
                check(new byte[] {(byte) first, (byte) second});
                for (int third : EDGES) {
                    check(new byte[] {(byte) first, (byte) second, (byte) third});
                    check(new byte[] {(byte) first, (byte) second, (byte) third, (byte) 0x80});
                    check(new byte[] {(byte) first, (byte) second, (byte) third, (byte) 0xc0});
                }
            }
        }
    }

    @Test
    void randomBytesBetweenPlainOnesAreJudgedAsTheJdkJudgesThem() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 5_000; i++) {
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
        if (Utf8.isValid(bytes) != valid) {
            fail("%s are judged wrongly, seed %d", Arrays.toString(bytes), SEED);
        }
    }
}
