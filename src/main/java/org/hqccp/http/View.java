package org.hqccp.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hqccp.json.AnswerSchema;
import org.hqccp.json.AnswerSummary;

/** How much of an answer is shown. What is decided and recorded is the same. */
enum View {
    WHOLE {
        @Override
        byte[] of(byte[] answer) {
            return answer;
        }

        @Override
        byte[] schema() {
            return AnswerSchema.bytes();
        }
    },
    SUMMARY {
        @Override
        byte[] of(byte[] answer) {
            return AnswerSummary.of(answer);
        }

        @Override
        byte[] schema() {
            return AnswerSchema.summary();
        }
    };

    private static final String NAME = "view";

    /** What of an answer is shown. */
    abstract byte[] of(byte[] answer);

    /** The JSON Schema of what is shown. */
    abstract byte[] schema();

    /** The view a query asks for; the whole where it asks for none. */
    static View asked(Query query) throws Refused {
        String word = query.text(NAME);
        if (word == null) {
            return WHOLE;
        }
        List<String> words = Arrays.stream(values()).map(View::word).toList();
        int at = words.indexOf(word);
        if (at < 0) {
            throw query.unknown(NAME, word, words);
        }
        return values()[at];
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
