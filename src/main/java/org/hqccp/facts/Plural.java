package org.hqccp.facts;

/** Numbers with the word of what they count: "1 gap", "2 gaps", "1 entry", "3 entries". */
public final class Plural {
    private Plural() {}

    /** @param word of one of them; its last word takes the plural */
    public static String of(long number, String word) {
        return number + " " + word(number, word);
    }

    /** The word alone, for a number that is written otherwise. */
    public static String word(long number, String word) {
        return number == 1
                ? word
                : word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    /**
     * A unit as it stands behind a number: "1 dollar a year", "2 dollars a year".
     *
     * @param shown the number as it is written
     * @param unit as the dictionary has it, for several
     */
    public static String unit(String shown, String unit) {
        int end = unit.indexOf(' ') < 0 ? unit.length() : unit.indexOf(' ');
        boolean one = shown.equals("1") && unit.startsWith("s", end - 1);
        if (!one) {
            return unit;
        }
        boolean isOfY = unit.startsWith("ies", end - 3);
        return isOfY
                ? unit.substring(0, end - 3) + "y" + unit.substring(end)
                : unit.substring(0, end - 1) + unit.substring(end);
    }
}
