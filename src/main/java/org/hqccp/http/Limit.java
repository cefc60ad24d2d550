package org.hqccp.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hqccp.json.CaseReader;
import org.jspecify.annotations.Nullable;

/** What a request may ask for at most. */
public enum Limit {
    CASE_BYTES(CaseReader.LARGEST, "bytes of one case, on every route that takes one"),
    HEADER_BYTES(16_384, "bytes of the request line and all headers"),
    URI_BYTES(4_096, "bytes of path and query"),
    IDLE_MS(10_000, "milliseconds a connection may be silent"),
    UPLOAD_MS(10_000, "milliseconds in which the body of a single case arrives"),
    DEADLINE_MS(2_000, "milliseconds after which a single decision is answered 503"),
    BATCH_BYTES(5_368_709_120L, "bytes of one batch, once unpacked"),
    BATCH_LINES(50_000_000, "lines of one batch"),
    GZIP_RATIO(20, "bytes that one byte of a compressed batch may become"),
    DECISIONS(96, "single decisions worked on at once"),
    BATCHES(8, "batches worked on at once");

    private final long standard;
    private final String meaning;

    Limit(long standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** What is promised where nothing is configured. */
    public long standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }

    /** Its name in options and answers, {@code case-bytes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it may be raised at all: what reads a case takes no larger one. */
    public boolean mayBeRaised() {
        return this != CASE_BYTES;
    }

    public static @Nullable Limit named(String word) {
        return Arrays.stream(values())
                .filter(l -> l.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Limit::word).toList();
    }
}
