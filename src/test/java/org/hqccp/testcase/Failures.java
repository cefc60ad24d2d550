package org.hqccp.testcase;

/** Failed cases in words, for tests. */
final class Failures {
    private Failures() {}

    static String words(CaseResult result) {
        StringBuilder words = new StringBuilder("line " + result.line() + ", " + result.name() + "\n");
        for (Difference difference : result.differences()) {
            words.append("  ").append(difference.what()).append(": expected ").append(difference.expected());
            words.append(", got ").append(difference.got()).append('\n');
            difference.why().forEach(why -> words.append("    ").append(why).append('\n'));
        }
        return words.toString();
    }
}
