package org.hqccp.testcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hqccp.decision.Finding;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** How the runner says things. */
final class Words {
    private Words() {}

    static String list(Collection<String> codes) {
        return codes.isEmpty() ? "none" : String.join(", ", codes);
    }

    /** One condition of a finding: what is needed, and what the case says. */
    static String condition(Finding.Condition condition) {
        Object actual = condition.actual();
        Object required = condition.required();
        return condition.label()
                + " "
                + condition.operator()
                + (required == null ? "" : " " + value(required))
                + (condition.parameter() == null ? "" : " (" + condition.parameter() + ")")
                + "; the case says "
                + (actual == null ? "nothing" : value(actual))
                + ": "
                + condition.holds();
    }

    static String value(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } else if (value instanceof Collection<?> values) {
            List<String> each = values.stream().map(Words::value).toList();
            return each.isEmpty() ? "none" : String.join(", ", each);
        }
        return String.valueOf(value);
    }

    /** Whether a value of the answer is the one a case writes. */
    static boolean same(String written, @Nullable Object value) {
        if (value == null) {
            return written.equals("none");
        }
        String shown = value(value);
        if (written.equals(shown) || written.equals("unknown") && value instanceof Unknown) {
            return true;
        }
        return value instanceof Number
                        && written.matches("-?[0-9]+([.][0-9]+)?")
                        && new BigDecimal(written).compareTo(new BigDecimal(shown)) == 0
                || value instanceof LocalDate && shown.equals(written + "-01");
    }
}
