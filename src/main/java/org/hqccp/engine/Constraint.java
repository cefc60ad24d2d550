package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A constraint as it is meant: what is written for Drools is written from this, and what Drools reads back is held against it. */
sealed interface Constraint {

    /** Its DRL. */
    String text();

    /** Two values compared; an operand is a column, a literal, or a call of {@code compareTo}. */
    record Comparison(String left, String operator, String right) implements Constraint {
        private static final String SUBJECT = "\\$s";
        private static final String COLUMN = "(\\$s\\.)?[a-z][A-Za-z0-9_]*";
        private static final String LITERAL = "-?[0-9]+(\\.[0-9]+)?[LB]?|\"([^\"\\\\]|\\\\[\"\\\\])*\"";
        private static final Pattern OPERAND = Pattern.compile(SUBJECT + "|" + COLUMN + "|" + LITERAL + "|" + COLUMN
                + "\\.compareTo\\( (" + COLUMN + "|" + LITERAL + ") \\)");

        public Comparison {
            if (!OPERAND.matcher(left).matches() || !OPERAND.matcher(right).matches()) {
                throw new Defect("an operand that is neither a column nor a literal reached the emission");
            }
        }

        @Override
        public String text() {
            return left + " " + operator + " " + right;
        }
    }

    /** All of several, never one in another of its kind. */
    record All(List<Constraint> parts) implements Constraint {
        @Override
        public String text() {
            return joined(parts, " && ");
        }
    }

    /** Any of several, never one in another of its kind. */
    record Any(List<Constraint> parts) implements Constraint {
        @Override
        public String text() {
            return joined(parts, " || ");
        }
    }

    private static String joined(List<Constraint> parts, String operator) {
        return parts.stream().map(Constraint::text).collect(Collectors.joining(operator, "( ", " )"));
    }

    static Constraint isNull(String column) {
        return new Comparison(column, "==", "null");
    }

    static Constraint isKnown(String column) {
        return new Comparison(column, "!=", "null");
    }

    /** All of them; one alone is itself. */
    static Constraint all(List<Constraint> parts) {
        List<Constraint> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof All all ? all.parts : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new All(List.copyOf(flat));
    }

    /** Any of them; one alone is itself. */
    static Constraint any(List<Constraint> parts) {
        List<Constraint> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof Any any ? any.parts : List.of(part)));
        return flat.size() == 1 ? flat.get(0) : new Any(List.copyOf(flat));
    }
}
