package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Random rules and cases about clubs, over few facts with few values, so that all changes can be counted out. */
final class RandomClub {
    private final Random random;

    RandomClub(long seed) {
        this.random = new Random(seed);
    }

    /** The constraints of a rule. */
    String rule() {
        StringJoiner all = new StringJoiner(", ");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            all.add(condition(2));
        }
        StringBuilder more = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            more.append(random.nextBoolean() ? "; exists" : "; not")
                    .append(" Lesson( club == $club, ")
                    .append(ofLesson())
                    .append(" )");
        }
        return all + more.toString();
    }

    private String condition(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            String sign = random.nextBoolean() ? " && " : " || ";
            return "(" + condition(depth - 1) + sign + condition(depth - 1) + ")";
        }
        if (depth > 0 && random.nextInt(8) == 0) {
            return "!(" + condition(depth - 1) + ")";
        }
        return switch (random.nextInt(12)) {
            case 0 -> "open == " + random.nextBoolean();
            case 1 -> "loud == " + random.nextBoolean();
            case 2 -> "calm == " + random.nextBoolean();
            case 3 -> "rooms " + operator() + " " + random.nextInt(6);
            case 4 -> "level " + operator() + " \"" + one("LOW", "MID", "HIGH") + "\"";
            case 5 -> "style " + one("==", "!=") + " \"" + one("A", "B", "C") + "\"";
            case 6 -> "style " + one("in", "not in") + " (\"" + one("A", "B") + "\", \"C\")";
            case 7 -> "tools " + one("contains", "excludes") + " \"" + one("SAW", "DRILL", "GLUE") + "\"";
            case 8 -> "toolCount " + operator() + " " + random.nextInt(4);
            case 9 -> "codeLessons " + operator() + " " + random.nextInt(3);
            case 10 -> "unready " + operator() + " " + random.nextInt(3);
            default -> "rooms + toolCount " + operator() + " " + random.nextInt(8);
        };
    }

    private String ofLesson() {
        return switch (random.nextInt(4)) {
            case 0 -> "kind == \"" + one("ART", "CODE") + "\"";
            case 1 -> "ready == " + random.nextBoolean();
            case 2 -> "kind == \"" + one("ART", "CODE") + "\", ready == " + random.nextBoolean();
            default -> "kind == \"CODE\" || ready == " + random.nextBoolean();
        };
    }

    private String operator() {
        return one("==", "!=", "<", "<=", ">", ">=");
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** The facts of a club, all known. */
    String facts() {
        List<String> tools = new ArrayList<>();
        for (String tool : List.of("SAW", "DRILL", "GLUE")) {
            if (random.nextBoolean()) {
                tools.add("\"" + tool + "\"");
            }
        }
        List<String> lessons = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            lessons.add("{\"kind\": \"" + one("ART", "CODE") + "\", \"ready\": " + random.nextBoolean() + "}");
        }
        return "\"open\": " + random.nextBoolean() + ", \"loud\": " + random.nextBoolean() + ", \"rooms\": "
                + random.nextInt(6) + ", \"level\": \"" + one("LOW", "MID", "HIGH") + "\", \"style\": \""
                + one("A", "B", "C") + "\", \"tools\": " + tools + ", \"lessons\": " + lessons;
    }
}
