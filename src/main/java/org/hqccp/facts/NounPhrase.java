package org.hqccp.facts;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A label of the dictionary as a phrase of a sentence: whether its main noun is plural, and the article it takes. Labels stand without an
 * article ("number of seats", "public draw"), so that each sentence can give its own.
 *
 * @param label the label
 */
public record NounPhrase(String label) {
    private static final String COUNT = "number of ";
    /** Words behind which a phrase only adds to its main noun. */
    private static final Set<String> BEHIND = Set.of(
            "of",
            "in",
            "on",
            "for",
            "to",
            "from",
            "with",
            "without",
            "by",
            "at",
            "that",
            "who",
            "which",
            "whose",
            "where",
            "when",
            "than",
            "the",
            "a",
            "an",
            "and",
            "or",
            "as",
            "against",
            "after",
            "before",
            "between",
            "because",
            "under",
            "above",
            "below",
            "up",
            "still",
            "absent",
            "this",
            "his",
            "already",
            "not",
            "needed",
            "given",
            "done",
            "earned",
            "completed",
            "charged",
            "left",
            "used",
            "sent",
            "signed",
            "posted",
            "published",
            "received",
            "required",
            "expected",
            "spoken",
            "loaded",
            "named",
            "stated",
            "offered",
            "open",
            "set",
            "shown",
            "approved",
            "one",
            "during",
            "every",
            "worth",
            "behind",
            "through",
            "if",
            "due",
            "past",
            "toward",
            "about",
            "into",
            "over",
            "since",
            "until",
            "only",
            "within",
            "met",
            "written",
            "here",
            "run",
            "reached",
            "(the",
            "(iep)");
    /** Main nouns that take no "a". */
    private static final Set<String> MASS = Set.of(
            "access",
            "approval",
            "completion",
            "attendance",
            "care",
            "coding",
            "contact",
            "counseling",
            "credit",
            "demand",
            "education",
            "employment",
            "evidence",
            "help",
            "housing",
            "income",
            "information",
            "interest",
            "internet",
            "mathematics",
            "notice",
            "outreach",
            "progress",
            "promotion",
            "selection",
            "status",
            "support",
            "time",
            "training",
            "transit",
            "transport",
            "tuition",
            "work",
            "mycap",
            "masscore",
            "fafsa",
            "cooperative",
            "learning",
            "supervision",
            "english");

    private static final Set<String> PLURAL_BY_NATURE = Set.of("students", "people", "data");

    /** The things a number counts: "seats" of "number of seats"; none if the label names no count. */
    public @Nullable NounPhrase counted() {
        return label.startsWith(COUNT) ? new NounPhrase(label.substring(COUNT.length())) : null;
    }

    public boolean isPlural() {
        String noun = mainNoun();
        return PLURAL_BY_NATURE.contains(noun)
                || (noun.endsWith("s")
                        && !noun.endsWith("ss")
                        && !noun.endsWith("us")
                        && !noun.endsWith("is")
                        && !MASS.contains(noun));
    }

    /** "is" or "are". */
    public String be() {
        return isPlural() ? "are" : "is";
    }

    /** "it" or "they". */
    public String pronoun() {
        return isPlural() ? "they" : "it";
    }

    public String the() {
        return label.startsWith("what ") ? label : "the " + label;
    }

    /** With "a" or "an" where the main noun can be counted and is one. */
    public String a() {
        if (isPlural() || isMass()) {
            return label;
        }
        return (startsWithVowelSound() ? "an " : "a ") + label;
    }

    private boolean isMass() {
        return MASS.contains(mainNoun()) || label.startsWith("own ") || label.startsWith("what ");
    }

    /** The same of one thing: "technical course in the sector". */
    public String singular() {
        return isPlural()
                ? withMainNoun(n -> n.endsWith("ies") ? n.substring(0, n.length() - 3) + "y" : n.replaceAll("s$", ""))
                : label;
    }

    /** The same of several things: "agreements of the program". */
    public String plural() {
        return isPlural()
                ? label
                : withMainNoun(n -> n.matches(".*[^aeiou]y") ? n.substring(0, n.length() - 1) + "ies" : n + "s");
    }

    private String withMainNoun(UnaryOperator<String> change) {
        String[] words = label.split(" ");
        words[place()] = change.apply(words[place()]);
        return String.join(" ", words);
    }

    private boolean startsWithVowelSound() {
        String first = label.split("[ -]")[0];
        if (first.length() > 1 && first.equals(first.toUpperCase(Locale.ROOT))) {
            return "AEFHILMNORSX".indexOf(first.charAt(0)) >= 0
                    && !first.startsWith("SIMS")
                    && !first.startsWith("REPT")
                    && !first.startsWith("SLIFE")
                    && !first.startsWith("FAFSA");
        }
        String word = first.toLowerCase(Locale.ROOT);
        return "aeiou".indexOf(word.charAt(0)) >= 0
                && !word.startsWith("uni")
                && !word.startsWith("use")
                && !word.startsWith("one")
                && !word.startsWith("once");
    }

    private String mainNoun() {
        return label.toLowerCase(Locale.ROOT).split(" ")[place()].replaceAll("[^a-z'-]", "");
    }

    private int place() {
        List<String> words = List.of(label.toLowerCase(Locale.ROOT).split(" "));
        int end = 1;
        while (end < words.size()
                && !BEHIND.contains(words.get(end))
                && !words.get(end).endsWith("ed")) {
            end++;
        }
        return end - 1;
    }
}
