package org.hqccp.decisionlog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
