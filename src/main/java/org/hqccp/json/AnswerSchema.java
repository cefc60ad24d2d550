package org.hqccp.json;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schema (2020-12) of an answer: the decision with all its parts, and what stands around it. It is the same for every decision. */
public final class AnswerSchema {
    private static final String FILE = "/answer-schema.json";

    private AnswerSchema() {}

    /** The schema, as JSON in UTF-8. */
    public static byte[] bytes() {
        try (InputStream file = AnswerSchema.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new FileNotFoundException(FILE);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds the schema of answers", e);
        }
    }
}
