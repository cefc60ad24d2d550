package org.hqccp.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes JSON into memory as RFC 8785 has it: no blanks, texts with no more escapes than they need. The order of names is the caller's, and
 * numbers come as they are to be written.
 */
final class JsonBytes {
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");
    private static final byte[] NOTHING = {};
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
    private static final byte[] SHORT_ESCAPED = ascii("btnfr\"\\");
    /** The most bytes one character takes: a backslash, u and four digits. */
    private static final int WIDEST = 6;

    private static final Map<String, byte[]> NAMES = new ConcurrentHashMap<>();

    private byte[] bytes;
    private int length;
    private boolean follows;

    /**
     * @param size how much is expected, in bytes
     */
    JsonBytes(int size) {
        this.bytes = new byte[size];
    }

    /**
     * @param buffer taken from {@link Buffers}
     * @param start where to begin in it
     */
    JsonBytes(byte[] buffer, int start) {
        this.bytes = buffer;
        this.length = start;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] toByteArray() {
        return bytes(0);
    }

    /** What was written from a place on: a copy. */
    byte[] bytes(int from) {
        return Arrays.copyOfRange(bytes, from, length);
    }

    /** The same, not copied: to be read before anything more is written. */
    ByteBuffer buffer(int from) {
        return ByteBuffer.wrap(bytes, from, length - from);
    }

    /**
     * Gives away all that was written from a place on, with something right before it. From then on this holds nothing.
     *
     * @param start where it begins; before it there is room enough
     */
    Written around(int start, byte[] before) {
        byte[] whole = bytes;
        int end = length;
        bytes = NOTHING;
        length = 0;
        System.arraycopy(before, 0, whole, start - before.length, before.length);
        return Written.in(whole, start - before.length, end);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Begins a value or a name: with a comma where something stands before it. */
    private void begin(int size) {
        room(size + 1);
        if (follows) {
            bytes[length++] = ',';
        }
        follows = true;
    }

    private void start(char bracket) {
        begin(1);
        bytes[length++] = (byte) bracket;
        follows = false;
    }

    private void end(char bracket) {
        room(1);
        bytes[length++] = (byte) bracket;
        follows = true;
    }

    private void value(byte[] written) {
        begin(written.length);
        append(written);
    }

    /** Writes bytes just as they are. */
    void append(byte[] written) {
        room(written.length);
        System.arraycopy(written, 0, bytes, length, written.length);
        length += written.length;
    }

    /** Gives the place where it begins. */
    int writeStartObject() {
        start('{');
        return length - 1;
    }

    void writeEndObject() {
        end('}');
    }

    void writeStartArray() {
        start('[');
    }

    void writeEndArray() {
        end(']');
    }

    /** Writes a name of the answer's form, one of a few that come again and again. */
    void writeFieldName(String name) {
        byte[] known = NAMES.get(name);
        writeName(known != null ? known : NAMES.computeIfAbsent(name, JsonBytes::name));
    }

    /** Writes a name that a rule set or a case made. */
    void writeOtherName(String name) {
        writeString(name);
        room(1);
        bytes[length++] = ':';
        follows = false;
    }

    /** A name, written once to be written again and again. */
    static byte[] name(String name) {
        JsonBytes json = new JsonBytes(name.length() + 3);
        json.writeOtherName(name);
        return json.toByteArray();
    }

    /** Writes such a name. */
    void writeName(byte[] name) {
        value(name);
        follows = false;
    }

    void writeArrayFieldStart(String name) {
        writeFieldName(name);
        writeStartArray();
    }

    void writeObjectFieldStart(String name) {
        writeFieldName(name);
        writeStartObject();
    }

    void writeStringField(String name, String text) {
        writeFieldName(name);
        writeString(text);
    }

    void writeBooleanField(String name, boolean value) {
        writeFieldName(name);
        writeBoolean(value);
    }

    void writeNumberField(String name, int value) {
        writeFieldName(name);
        writeNumber(value);
    }

    void writeNullField(String name) {
        writeFieldName(name);
        value(NULL);
    }

    void writeBoolean(boolean value) {
        value(value ? TRUE : FALSE);
    }

    void writeNumber(long value) {
        writeNumber(Long.toString(value));
    }

    void writeNumber(String written) {
        value(ascii(written));
    }

    /** Writes what was written before: a whole value, or the inside of an object or array. */
    void writeRaw(byte[] written) {
        value(written);
    }

    void writeString(String text) {
        byte[] plain = PlainText.bytes(text);
        if (plain != null) {
            begin(plain.length + 2);
            bytes[length++] = '"';
            append(plain);
            bytes[length++] = '"';
        } else {
            writeEscaped(text);
        }
    }

    private void writeEscaped(String text) {
        int count = text.length();
        begin(count * WIDEST + 2);
        bytes[length++] = '"';
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80 && c >= ' ' && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
            } else {
                i += beyondAscii(text, i);
            }
        }
        bytes[length++] = '"';
    }

    private void escape(char c) {
        int place = SHORT_ESCAPES.indexOf(c);
        bytes[length++] = '\\';
        if (place >= 0) {
            bytes[length++] = SHORT_ESCAPED[place];
        } else {
            bytes[length++] = 'u';
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[c >> 4];
            bytes[length++] = HEX[c & 0xf];
        }
    }

    /** Writes a character in UTF-8; gives how many more of the text it took. */
    private int beyondAscii(String text, int at) {
        int point = text.codePointAt(at);
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new IllegalArgumentException("half a character cannot be written");
        }
        append(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        return Character.charCount(point) - 1;
    }
}
