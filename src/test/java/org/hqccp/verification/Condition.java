package org.hqccp.verification;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A random condition on an event, and a second, plain reading of it. */
sealed interface Condition {
    String text();

    boolean holds(int seats, boolean indoors, boolean supervised);

    Set<String> reads();

    static Condition random(Random random) {
        return random(random, 2);
    }

    private static Condition random(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextBoolean()
                    ? new Seats(List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6)), 1 + random.nextInt(5))
                    : new Flag(random.nextBoolean(), random.nextBoolean());
        }
        return new Both(random.nextBoolean(), random(random, depth - 1), random(random, depth - 1));
    }

    record Seats(String sign, int number) implements Condition {
        @Override
        public String text() {
            return "seats " + sign + " " + number;
        }

        @Override
        public boolean holds(int seats, boolean indoors, boolean supervised) {
            return switch (sign) {
                case "<" -> seats < number;
                case "<=" -> seats <= number;
                case ">" -> seats > number;
                case ">=" -> seats >= number;
                case "==" -> seats == number;
                default -> seats != number;
            };
        }

        @Override
        public Set<String> reads() {
            return Set.of("seats");
        }
    }

    record Flag(boolean ofRoof, boolean wanted) implements Condition {
        @Override
        public String text() {
            return (ofRoof ? "indoors" : "supervised") + " == " + wanted;
        }

        @Override
        public boolean holds(int seats, boolean indoors, boolean supervised) {
            return (ofRoof ? indoors : supervised) == wanted;
        }

        @Override
        public Set<String> reads() {
            return Set.of(ofRoof ? "indoors" : "supervised");
        }
    }

    record Both(boolean all, Condition one, Condition other) implements Condition {
        @Override
        public String text() {
            return "(" + one.text() + (all ? " && " : " || ") + other.text() + ")";
        }

        @Override
        public boolean holds(int seats, boolean indoors, boolean supervised) {
            boolean a = one.holds(seats, indoors, supervised);
            boolean b = other.holds(seats, indoors, supervised);
            return all ? a && b : a || b;
        }

        @Override
        public Set<String> reads() {
            Set<String> reads = new TreeSet<>(one.reads());
            reads.addAll(other.reads());
            return reads;
        }
    }
}
