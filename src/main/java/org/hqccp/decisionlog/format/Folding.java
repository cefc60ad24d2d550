package org.hqccp.decisionlog.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Folds the repetitions of a text, however far apart. Most findings of an answer say the same of one program after another; where DEFLATE
 * reads each byte of them, and looks back 32 KB, this compares whole stretches, and takes a sixth of the time.
 *
 * <p>The folded form is steps up to its end, each: how many bytes follow as they are, those bytes, how many bytes are repeated, and from how
 * far back. Numbers are seven bits a byte, lowest first, the top bit set while more follow. The last step repeats none and has no distance.
 */
final class Folding {
    /** Shorter repetitions are left: with this, what is folded can hardly be longer than it was. */
    private static final int SHORTEST = 16;

    private static final int PLACES_BITS = 14;
    private static final long SPREAD_ONE = 0x9E3779B97F4A7C15L;
    private static final long SPREAD_TWO = 0xC2B2AE3D27D4EB4FL;
    /** The numbers of one step, at their widest. */
    private static final int WIDEST_STEP = 15;

    private static final byte[] NOTHING = {};
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** What foldings work in, one after another: new for each, it would go through all of the heap. */
    private static final BlockingQueue<Folding> FREE =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    /** One that grew beyond this is not kept. */
    private static final int LARGEST = 1 << 20;

    /** Where sixteen bytes that came to a place stood last, plus one. */
    private final int[] seen = new int[1 << PLACES_BITS];

    private byte[] plain = NOTHING;
    private int start;
    private int end;
    private byte[] folded = NOTHING;
    private int length;

    private Folding() {}

    /**
     * The text, folded.
     *
     * @param plain holds the text
     * @param start where it begins
     * @param end where it ends
     * @param first a byte to stand before it
     */
    static byte[] folded(byte[] plain, int start, int end, byte first) {
        Folding free = FREE.poll();
        Folding folding = free != null ? free : new Folding();
        byte[] folded = folding.of(plain, start, end, first);
        if (folding.folded.length <= LARGEST) {
            // Where enough are kept already, this one is left.
            boolean unused = FREE.offer(folding);
        }
        return folded;
    }

    private byte[] of(byte[] text, int from, int to, byte first) {
        plain = text;
        start = from;
        end = to;
        length = 0;
        int expected = (to - from) / 4 + WIDEST_STEP;
        if (folded.length < expected) {
            folded = new byte[expected];
        }
        folded[length++] = first;
        Arrays.fill(seen, 0);
        fold();
        plain = NOTHING;
        return Arrays.copyOf(folded, length);
    }

    private void fold() {
        int from = start;
        int at = start;
        while (at <= end - SHORTEST) {
            long one = (long) EIGHT.get(plain, at);
            long two = (long) EIGHT.get(plain, at + Long.BYTES);
            int place = (int) ((one * SPREAD_ONE ^ two * SPREAD_TWO) >>> Long.SIZE - PLACES_BITS);
            int before = seen[place] - 1;
            seen[place] = at + 1;
            if (before < 0
                    || (long) EIGHT.get(plain, before) != one
                    || (long) EIGHT.get(plain, before + Long.BYTES) != two
                    || at - before < SHORTEST) {
                at++;
                continue;
            }
            int alike = alike(before, at);
            int more = alikeBefore(before, at, Math.min(at - from, at - before - alike));
            step(from, at - more, alike + more, at - before);
            at += alike;
            from = at;
        }
        step(from, end, 0, 0);
    }

    /** How many bytes from two places on are alike; never so many that they overlap. */
    private int alike(int before, int at) {
        int most = Math.min(at - before, end - at);
        int differs = Arrays.mismatch(plain, before, before + most, plain, at, at + most);
        return differs < 0 ? most : differs;
    }

    private int alikeBefore(int before, int at, int most) {
        int alike = 0;
        while (alike < most && alike < before - start && plain[before - alike - 1] == plain[at - alike - 1]) {
            alike++;
        }
        return alike;
    }

    private void step(int from, int to, int repeated, int back) {
        int needed = length + to - from + WIDEST_STEP;
        if (needed > folded.length) {
            folded = Arrays.copyOf(folded, Math.max(2 * folded.length, needed));
        }
        number(to - from);
        System.arraycopy(plain, from, folded, length, to - from);
        length += to - from;
        number(repeated);
        if (repeated > 0) {
            number(back);
        }
    }

    private void number(int number) {
        int left = number;
        while (left > 0x7f) {
            folded[length++] = (byte) (left & 0x7f | 0x80);
            left >>>= 7;
        }
        folded[length++] = (byte) left;
    }
}
