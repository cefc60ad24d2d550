package org.hqccp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.hqccp.json.CaseFaults.Ended;
import org.jspecify.annotations.Nullable;

/** The tokens of one document, with the limits that hold in every part of it, also in what is not read. */
final class CaseTokens implements AutoCloseable {
    private static final int DEEPEST = 20;
    private static final int MOST_TOKENS = 20_000;
    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_NUMBER = 32;

    /** Parsers of one factory learn names from each other, whichever senders choose them: see {@link #forgetNames()}. */
    private static volatile JsonFactory json = factory();

    private final JsonParser parser;
    private final CaseFaults faults;

    CaseTokens(byte[] document, CaseFaults faults) {
        this.faults = faults;
        try {
            this.parser = json.createParser(document);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /**
     * Depth and tokens are counted by the parser. Lengths are counted here: the parser does so only for what it has to decode, and the
     * document itself is small. Names are not interned: senders choose them.
     */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(MOST_TOKENS)
                        .maxDocumentLength(CaseReader.LARGEST)
                        .maxStringLength(CaseReader.LARGEST)
                        .maxNameLength(CaseReader.LARGEST)
                        .maxNumberLength(CaseReader.LARGEST)
                        .build())
                .build();
    }

    /** Begins with an empty table of names, so that nobody's case is refused for names that others sent. */
    static void forgetNames() {
        json = factory();
    }

    /** Gives the parser's buffers back for the next document. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** The token the reader stands on. */
    JsonToken current() {
        return parser.currentToken();
    }

    /** Steps on; none at the end of the document. */
    @Nullable
    JsonToken next() throws Ended {
        try {
            return parser.nextToken();
        } catch (StreamConstraintsException e) {
            throw limit(e);
        } catch (JsonProcessingException e) {
            throw faults.ended(
                    ProblemCode.NOT_JSON,
                    "the body is not well-formed JSON" + place(e.getLocation()),
                    "check it with a JSON validator");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private Ended limit(StreamConstraintsException e) {
        if (parser.currentTokenCount() >= MOST_TOKENS) {
            return faults.ended(
                    ProblemCode.TOO_MANY_TOKENS,
                    "the body holds more than " + MOST_TOKENS + " names, values and brackets",
                    "send one case, and only facts of the dictionary");
        } else if (parser.getParsingContext().getNestingDepth() >= DEEPEST) {
            return faults.ended(
                    ProblemCode.TOO_DEEP,
                    "the body is nested more than " + DEEPEST + " deep" + place(e.getLocation()),
                    "send the facts as the dictionary lays them out");
        }
        // The one limit that is left: names that were made to end in one place of the parser's table.
        return faults.ended(
                ProblemCode.TOO_MANY_NAMES,
                "the body holds too many names that are no facts",
                "send only facts of the dictionary");
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : ", from line " + at.getLineNr() + ", column " + at.getColumnNr() + " on";
    }

    /** Whether the reader stands on this name of the dictionary. */
    boolean isAt(String known) {
        try {
            return known.equals(parser.currentName());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** The name the reader stands on, whatever it holds. */
    String name() throws Ended {
        try {
            String name = parser.currentName();
            if (name.length() > LONGEST_NAME) {
                faults.add(
                        ProblemCode.NAME_TOO_LONG,
                        "a name here is longer than 128 characters",
                        "use the names of the dictionary");
            } else if (!Texts.isClean(name)) {
                dirty();
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    /** The text the reader stands on; none after a fault. */
    @Nullable
    String text() throws Ended {
        String text = written();
        if (text.length() > LONGEST_TEXT) {
            faults.add(ProblemCode.TEXT_TOO_LONG, "a text here is longer than 4096 characters", "shorten it");
            return null;
        }
        if (!Texts.isClean(text)) {
            dirty();
            return null;
        }
        return text;
    }

    /** The number the reader stands on, as it is written; none after a fault. */
    @Nullable
    String number() throws Ended {
        String number = written();
        if (number.length() > LONGEST_NUMBER) {
            faults.add(
                    ProblemCode.NUMBER_TOO_LONG,
                    "a number here is longer than 32 characters",
                    "round it to at most four digits after the point");
            return null;
        }
        return number;
    }

    private String written() throws Ended {
        try {
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw faults.ended(
                    ProblemCode.NOT_JSON,
                    "the body is not well-formed JSON" + place(e.getLocation()),
                    "check it with a JSON validator");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
    }

    private void dirty() {
        faults.add(
                ProblemCode.BAD_CHARACTERS,
                "a text here holds a character that no text may hold",
                "leave out the character U+0000, halves of a surrogate pair, and marks that turn the direction of writing");
    }

    /** Passes over the value the reader stands on. */
    void skip() throws Ended {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Set<String> names = new HashSet<>();
            while (next() == JsonToken.FIELD_NAME) {
                if (!names.add(name())) {
                    duplicate();
                }
                next();
                skip();
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (next() != JsonToken.END_ARRAY) {
                skip();
            }
        } else if (token == JsonToken.VALUE_STRING) {
            text();
        } else if (token.isNumeric()) {
            number();
        }
    }

    /** Tells that a name stands twice at the place. */
    void duplicate() {
        faults.add(
                ProblemCode.DUPLICATE_KEY,
                "a name stands twice in one object here",
                "keep one of the two; which one is meant cannot be guessed");
    }
}
