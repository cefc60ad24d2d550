package org.hqccp.decisionlog.format;

import java.util.Arrays;

/** The way back from {@link Folding}. It trusts nothing it reads. */
final class Unfolding {
    private static final int WIDEST_NUMBER = 5;

    private final byte[] folded;
    private final int largest;
    private byte[] plain;
    private int at;
    private int length;

    private Unfolding(byte[] folded, int from, int largest) {
        this.folded = folded;
        this.at = from;
        this.largest = largest;
        this.plain = new byte[Math.min(largest, folded.length * 8)];
    }

    /**
     * The text again.
     *
     * @param from where the folded text begins
     * @param largest how long it may be, in bytes
     */
    static byte[] plain(byte[] folded, int from, int largest) throws FormatException {
        Unfolding unfolding = new Unfolding(folded, from, largest);
        unfolding.unfold();
        return Arrays.copyOf(unfolding.plain, unfolding.length);
    }

    private void unfold() throws FormatException {
        int repeated;
        do {
            int asTheyAre = number();
            require(asTheyAre <= folded.length - at);
            take(folded, at, asTheyAre);
            at += asTheyAre;
            repeated = number();
            if (repeated > 0) {
                int back = number();
                require(back <= length && repeated <= back);
                take(plain, length - back, repeated);
            }
        } while (repeated > 0);
        require(at == folded.length);
    }

    private void take(byte[] source, int from, int count) throws FormatException {
        require(count <= largest - length);
        if (count > plain.length - length) {
            byte[] more = Arrays.copyOf(plain, (int) Math.min(largest, Math.max(2L * plain.length, length + count)));
            System.arraycopy(source, from, more, length, count);
            plain = more;
        } else {
            System.arraycopy(source, from, plain, length, count);
        }
        length += count;
    }

    private int number() throws FormatException {
        long number = 0;
        for (int i = 0; i < WIDEST_NUMBER; i++) {
            require(at < folded.length);
            byte next = folded[at++];
            number |= (long) (next & 0x7f) << 7 * i;
            if (next >= 0) {
                require(number <= Integer.MAX_VALUE);
                return (int) number;
            }
        }
        throw spoilt();
    }

    private static void require(boolean sound) throws FormatException {
        if (!sound) {
            throw spoilt();
        }
    }

    private static FormatException spoilt() {
        return new FormatException("a folded part cannot be unfolded");
    }
}
