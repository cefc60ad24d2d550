package org.hqccp.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hqccp.json.AnswerSchema;
import org.hqccp.json.AnswerSummary;
import org.hqccp.json.Written;

/** How much of an answer is shown. What is decided and recorded is the same. */
enum View {
    WHOLE {
        @Override
        Written of(Written answer) {
            return answer;
        }

        @Override
        byte[] schema() {
            return AnswerSchema.bytes();
        }
    },
    SUMMARY {
        @Override
        Written of(Written answer) {
            try (answer) {
                return Written.of(AnswerSummary.of(answer.bytes()));
            }
        }

        @Override
        byte[] schema() {
            return AnswerSchema.summary();
        }
    };

    private static final String NAME = "view";

    /** What of an answer is shown. */
    abstract Written of(Written answer);

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
