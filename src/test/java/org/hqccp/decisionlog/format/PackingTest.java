package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final int TRIES = 50;

    @Test
    void whatIsUnpackedIsWhatWasPacked() throws Exception {
        Random random = new Random(7);
        for (int length : new int[] {0, 1, 100, 300_000}) {
            byte[] plain = new byte[length];
            random.nextBytes(plain);
            assertThat(Packing.unpacked(Packing.packed(plain))).isEqualTo(plain);
        }
    }

    @Test
    void whatIsUnfoldedIsWhatWasFolded() throws Exception {
        long seed = 20_261_128;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] plain = repeating(random);
            byte[] folded = folded(plain);
            assertThat(Packing.unpacked(folded)).as("seed %d, text %d", seed, i).isEqualTo(plain);
            // The same within something else: what stands around it is not looked at.
            ByteBuffer around = ByteBuffer.wrap(new byte[3 * plain.length + 7]);
            around.put(plain)
                    .put((byte) 1)
                    .put(plain)
                    .put(plain)
                    .limit(2 * plain.length + 1)
                    .position(plain.length + 1);
            assertThat(Packing.folded(around)).as("seed %d, text %d", seed, i).isEqualTo(folded);
        }
    }

    private static byte[] folded(byte[] plain) {
        return Packing.folded(ByteBuffer.wrap(plain));
    }

    /** A few stretches, again and again, with something else between: also one after the other, and over themselves. */
    private static byte[] repeating(Random random) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = random.nextInt(40); i > 0; i--) {
            byte[] stretch = new byte[random.nextInt(90)];
            new Random(random.nextInt(5)).nextBytes(stretch);
            if (random.nextInt(8) == 0) {
                Arrays.fill(stretch, (byte) 'a');
            }
            text.writeBytes(stretch);
        }
        return text.toByteArray();
    }

    /** docs/decision-log.md gives it, for who writes a reader of their own. */
    @Test
    void theExampleOfTheDocumentationUnfolds() throws Exception {
        byte[] folded = HexFormat.ofDelimiter(" ").parseHex("07 03 61 62 63 03 03 00 00");
        assertThat(new String(Packing.unpacked(folded), StandardCharsets.UTF_8)).isEqualTo("abcabc");
    }

    @Test
    void farRepetitionsAreFolded() {
        byte[] stretch = new byte[100_000];
        new Random(3).nextBytes(stretch);
        byte[] twice = Arrays.copyOf(stretch, 200_000);
        System.arraycopy(stretch, 0, twice, 100_000, 100_000);
        assertThat(folded(twice)).hasSizeLessThan(100_100);
    }

    @Test
    void whatCannotBeFoldedHardlyGrows() {
        byte[] plain = new byte[100_000];
        new Random(4).nextBytes(plain);
        assertThat(folded(plain)).hasSizeLessThan(100_020);
    }

    @Test
    void aSpoiltFoldIsRefusedOrAnotherTextButNeverAFault() throws Exception {
        Random random = new Random(5);
        byte[] folded =
                folded("one finding says much the same as the next; ".repeat(40).getBytes(StandardCharsets.UTF_8));
        for (int end = 1; end < folded.length; end++) {
            byte[] cut = Arrays.copyOf(folded, end);
            assertThatThrownBy(() -> Packing.unpacked(cut)).isInstanceOf(FormatException.class);
        }
        for (int i = 0; i < 5_000; i++) {
            byte[] spoilt = folded.clone();
            spoilt[1 + random.nextInt(spoilt.length - 1)] = (byte) random.nextInt();
            try {
                assertThat(Packing.unpacked(spoilt)).hasSizeLessThanOrEqualTo(64 << 20);
            } catch (FormatException e) {
                assertThat(e).hasMessage("a folded part cannot be unfolded");
            }
        }
    }

    @Test
    void aFoldThatWouldFillTheMemoryIsRefused() {
        // One byte, and then twice as much, forty times over: repeated as far as it goes back.
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(new byte[] {7, 1, 'a'});
        for (int i = 0; i < 27; i++) {
            number(bomb, 1 << i);
            number(bomb, 1 << i);
            number(bomb, 0);
        }
        number(bomb, 0);
        assertThatThrownBy(() -> Packing.unpacked(bomb.toByteArray()))
                .isInstanceOf(FormatException.class)
                .hasMessage("a folded part cannot be unfolded");
    }

    private static void number(ByteArrayOutputStream out, int number) {
        int left = number;
        for (; left > 0x7f; left >>>= 7) {
            out.write(left % 128 + 128);
        }
        out.write(left);
    }

    @Test
    void nothingIsKeptOfWhatWasPacked() {
        WeakReference<byte[]> packed = pack();
        for (int i = 0; i < TRIES && packed.get() != null; i++) {
            System.gc();
        }
        assertThat(packed.get()).isNull();
    }

    private static WeakReference<byte[]> pack() {
        byte[] plain = new byte[300_000];
        Packing.packed(plain);
        return new WeakReference<>(plain);
    }

    @Test
    void aSpoiltPartIsRefused() {
        byte[] packed = Packing.packed("some text that is long enough".repeat(9).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Packing.unpacked(Arrays.copyOf(packed, packed.length - 1)))
                .isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Packing.unpacked(Arrays.copyOf(packed, packed.length + 1)))
                .isInstanceOf(FormatException.class)
                .hasMessage("something stands after a packed part");
    }
}
