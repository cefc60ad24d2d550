package org.hqccp.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The values decisions are made of, written as canonical JSON: lists, texts, numbers, and what may be left out. */
final class JsonValues {
    private final JsonBytes json;

    JsonValues(JsonBytes json) {
        this.json = json;
    }

    /** Writes one item of a list. */
    @FunctionalInterface
    interface Item<T> {
        void write(T item);
    }

    <T> void list(String name, List<T> items, Item<T> writer) {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            writer.write(item);
        }
        json.writeEndArray();
    }

    void texts(String name, List<String> texts) {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    void optional(String name, @Nullable Object value) {
        if (value != null) {
            json.writeFieldName(name);
            value(value);
        }
    }

    void optional(byte[] name, @Nullable Object value) {
        if (value != null) {
            json.writeName(name);
            value(value);
        }
    }

    void value(Object value) {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long whole) {
            json.writeNumber(CanonicalNumber.text(whole));
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(CanonicalNumber.text(decimal));
        } else if (value instanceof SortedMap<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeOtherName(String.valueOf(entry.getKey()));
                value(Objects.requireNonNull(entry.getValue()));
            }
            json.writeEndObject();
        } else if (value instanceof Set<?> || value instanceof List<?>) {
            json.writeStartArray();
            for (Object each : (Iterable<?>) value) {
                value(each);
            }
            json.writeEndArray();
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
