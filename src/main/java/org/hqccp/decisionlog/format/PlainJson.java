package org.hqccp.decisionlog.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings JSON into its canonical form by copying it, where it is plain: ASCII without escapes, and numbers as the canonical form writes them.
 * Nearly every case is. Whatever is not, and whatever is not JSON, is left to {@link JsonReader} and {@link CanonicalJson}, which come to the
 * same in three times the time.
 */
public final class PlainJson {
    private static final int DEEPEST = 64;
    /** A number with so many digits is written as it means. */
    private static final int MOST_DIGITS = 15;

    private static final int FEW = 16;
    private static final NotPlain NOT_PLAIN = new NotPlain();

    private final byte[] in;
    private final byte[] out;
    private final Set<String> without;
    private final Collection<String> left;
    private int at;
    private int length;
    private int depth;
    private int leaving;
    /** A bit for each length that a name to be left out has. */
    private long lengths;

    /** Ends the copying; always the same one, since nobody is told where. */
    private static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }

    private PlainJson(byte[] in, Set<String> without, Collection<String> left) {
        this.in = in;
        this.out = new byte[in.length];
        this.without = without;
        for (String name : without) {
            lengths |= 1L << Math.min(name.length(), Long.SIZE - 1);
        }
        this.left = left;
    }

    /**
     * The canonical form of a document; none where it is not plain.
     *
     * @param without names that are left out wherever they stand, each with its value
     * @param left gets those that were; of no meaning where the document is not plain
     */
    public static byte @Nullable [] canonical(byte[] json, Set<String> without, Collection<String> left) {
        PlainJson copy = new PlainJson(json, without, left);
        try {
            copy.value();
            copy.blanks();
            return copy.at == json.length ? Arrays.copyOf(copy.out, copy.length) : null;
        } catch (NotPlain e) {
            return null;
        }
    }

    private void value() throws NotPlain {
        blanks();
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> text();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object() throws NotPlain {
        deeper();
        copy('{');
        // Where each member begins in what is written, and where the last one ends.
        int[] members = new int[FEW];
        int count = 0;
        boolean ascending = true;
        Set<String> gone = new HashSet<>(0);
        blanks();
        boolean more = peek() != '}';
        while (more) {
            blanks();
            int start = length;
            members = count + 1 < members.length ? members : Arrays.copyOf(members, 2 * members.length);
            text();
            String name = leftOut(start);
            if (name != null) {
                leaving++;
                if (!gone.add(name)) {
                    throw NOT_PLAIN;
                }
            }
            blanks();
            copy(':');
            value();
            blanks();
            more = peek() == ',';
            if (name != null) {
                length = start;
                leave(name);
            } else {
                ascending &= count == 0 || compare(members[count - 1], start) < 0;
                members[count++] = start;
                out[length++] = ',';
            }
            at += more ? 1 : 0;
        }
        if (!ascending) {
            members[count] = length;
            sort(members, count);
        }
        length -= count > 0 ? 1 : 0;
        copy('}');
        depth--;
    }

    /** What stands inside of something that is left out is not told of by itself. */
    private void leave(String name) {
        leaving--;
        if (leaving == 0) {
            left.add(name);
        }
    }

    /** The name that was written from a place on, where it is left out. */
    private @Nullable String leftOut(int start) {
        int size = length - start - 2;
        if ((lengths & 1L << Math.min(size, Long.SIZE - 1)) == 0) {
            return null;
        }
        String name = new String(out, start + 1, size, StandardCharsets.US_ASCII);
        return without.contains(name) ? name : null;
    }

    /** Compares two names that were written, from their quotes on: a quote is less than whatever else a name may hold but "!" and the blank. */
    private int compare(int one, int other) throws NotPlain {
        for (int i = 1; ; i++) {
            byte a = out[one + i];
            byte b = out[other + i];
            if (a != b) {
                return a == '"' ? -1 : b == '"' ? 1 : a - b;
            } else if (a == '"') {
                throw NOT_PLAIN;
            }
        }
    }

    /** Puts members in order, each with its comma. */
    private void sort(int[] members, int count) throws NotPlain {
        int from = members[0];
        byte[] written = Arrays.copyOfRange(out, from, length);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = i;
            while (place > 0 && compare(members[order[place - 1]], members[i]) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
        int to = from;
        for (int member : order) {
            int size = members[member + 1] - members[member];
            System.arraycopy(written, members[member] - from, out, to, size);
            to += size;
        }
    }

    private void array() throws NotPlain {
        deeper();
        copy('[');
        blanks();
        if (peek() != ']') {
            value();
            blanks();
            while (peek() == ',') {
                copy(',');
                value();
                blanks();
            }
        }
        copy(']');
        depth--;
    }

    private void text() throws NotPlain {
        int from = at;
        copy('"');
        while (peek() != '"') {
            byte c = in[at++];
            // Beyond ASCII bytes are negative.
            if (c < ' ' || c == '\\') {
                throw NOT_PLAIN;
            }
        }
        at++;
        System.arraycopy(in, from, out, length - 1, at - from);
        length += at - from - 1;
    }

    private void word(String word) throws NotPlain {
        for (int i = 0; i < word.length(); i++) {
            copy(word.charAt(i));
        }
    }

    /** Digits without zeros before or after them, and with a whole part of its own: neither 0.5 nor an exponent is plain. */
    private void number() throws NotPlain {
        if (peek() == '-') {
            copy('-');
        }
        int from = at;
        int whole = digits();
        int places = 0;
        if (at < in.length && in[at] == '.') {
            copy('.');
            places = digits();
        }
        boolean isZero = in[from] == '0' && whole == 1 && places == 0 && (from == 0 || in[from - 1] != '-');
        boolean plain = isZero || in[from] != '0' && (places == 0 || in[at - 1] != '0');
        boolean ends = at == in.length || in[at] != '.' && in[at] != 'e' && in[at] != 'E';
        if (!plain || !ends || whole + places > MOST_DIGITS) {
            throw NOT_PLAIN;
        }
    }

    private int digits() throws NotPlain {
        int from = at;
        while (at < in.length && in[at] >= '0' && in[at] <= '9') {
            out[length++] = in[at++];
        }
        if (at == from) {
            throw NOT_PLAIN;
        }
        return at - from;
    }

    private void deeper() throws NotPlain {
        if (++depth > DEEPEST) {
            throw NOT_PLAIN;
        }
    }

    private void copy(char expected) throws NotPlain {
        if (peek() != expected) {
            throw NOT_PLAIN;
        }
        out[length++] = in[at++];
    }

    private void blanks() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
    }

    private byte peek() throws NotPlain {
        if (at >= in.length) {
            throw NOT_PLAIN;
        }
        return in[at];
    }
}
