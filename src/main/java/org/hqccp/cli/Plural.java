package org.hqccp.cli;

/** Numbers with their word. */
final class Plural {
    private Plural() {}

    static String of(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
