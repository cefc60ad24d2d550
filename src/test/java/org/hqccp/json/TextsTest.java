package org.hqccp.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code and the patterns that the schema shows say the same of every character. */
class TextsTest {
    private static final Pattern FACT = whole(Texts.PATTERN);
    private static final Pattern ID = whole(Texts.ID_PATTERN);

    /** In JavaScript, whose patterns JSON Schema uses, the last sign is the very end; in Java a line break may follow. */
    private static Pattern whole(String pattern) {
        return Pattern.compile(pattern.replaceFirst("[$]$", "\\\\z"));
    }

    @Test
    void everyCharacterIsJudgedAlikeByTheCodeAndByThePattern() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x11000 ? 1 : 257) {
            String character = Character.toString(c);
            for (String text : new String[] {character, character + "a", "a" + character, "a" + character + "a"}) {
                assertThat(Texts.isClean(text) && Texts.isFact(text))
                        .as("U+%04X", c)
                        .isEqualTo(FACT.matcher(text).find());
                assertThat(Texts.isId(text))
                        .as("U+%04X", c)
                        .isEqualTo(ID.matcher(text).find());
            }
        }
    }

    @Test
    void halvesOfAPairAreNeverClean() {
        assertThat(Texts.isClean("a\ud83d")).isFalse();
        assertThat(Texts.isClean("\ude80a")).isFalse();
        assertThat(Texts.isClean("\ude80\ud83d")).isFalse();
        assertThat(Texts.isClean("\ud83d\ude80")).isTrue();
    }
}
