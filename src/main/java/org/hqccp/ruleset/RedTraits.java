package org.hqccp.ruleset;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Traits that are RED whatever a folder says (handbook G.1, PE-03: never used, and no switch for it). A fact with such a name can be
 * declared only as RED, which means that a case with it is refused.
 */
public final class RedTraits {
    private static final Pattern NAMED =
            Pattern.compile("\\b(race|racial|ethnic|ethnicity|color|national origin|country of birth|birth country"
                    + "|immigration|immigrant|citizen|citizenship|sex|sexual|gender|religion|religious)\\b");

    private RedTraits() {}

    /** Whether a fact's camelCase name names such a trait. */
    public static boolean isNamedBy(String fact) {
        String words = fact.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return NAMED.matcher(words).find();
    }
}
