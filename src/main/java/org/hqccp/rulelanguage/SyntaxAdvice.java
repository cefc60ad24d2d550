package org.hqccp.rulelanguage;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is usually wrong with a line that Drools cannot read. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    static @Nullable String forLine(String line) {
        if (Pattern.compile("[^=!<>]=[^=>]").matcher(line).find()) {
            return "to compare, write ==";
        }
        if (line.contains("=>") || line.contains("=<")) {
            return "write >= or <=";
        }
        if (line.contains("%")) {
            return "write the number without %";
        }
        if (Pattern.compile("\\b(AND|OR|NOT)\\b").matcher(line).find()) {
            return "write && or a comma for and, || for or, !( … ) for not";
        }
        if (Pattern.compile("[<>=] *[0-9]+[A-Za-z]").matcher(line).find()) {
            return "write a number with digits only";
        }
        if (Pattern.compile("\\( .*[^\\w](and|or)[^\\w]").matcher(line).find()) {
            return "write && or a comma for and, || for or";
        }
        if (Pattern.compile(",\\s*(\\)|,|$)").matcher(line).find()) {
            return "a comma too many, or something missing after it";
        }
        return isUnbalanced(line) ? "a parenthesis is missing or too many" : null;
    }

    /** Whether more parentheses open than close, or fewer; a pattern may go over several lines, so this alone is no mistake. */
    static boolean isUnbalanced(String line) {
        return line.chars().filter(c -> c == '(').count()
                != line.chars().filter(c -> c == ')').count();
    }
}
