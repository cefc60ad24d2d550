package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.hqccp.rulelanguage.Expr;

/** Fixed values as DRL writes them, so that each is read back as that value and as nothing else. */
final class Literals {
    private Literals() {}

    /** A value by its type, not by its looks: a text that looks like a day in the year stays a text. */
    static String of(Expr.Constant constant) {
        Object value = constant.value();
        return switch (constant.type()) {
            case YES_NO -> String.valueOf(value);
            case DATE, MONTH -> ((LocalDate) value).toEpochDay() + "L";
            case MONTH_DAY, TIME -> Column.whole(value) + "L";
            case WHOLE_NUMBER -> value + "L";
            case NUMBER -> decimal(value);
            default -> text(String.valueOf(value));
        };
    }

    /** A number for comparison with numbers that may have a fraction. */
    static String decimal(Object number) {
        BigDecimal decimal = Numbers.decimal(number);
        return decimal.toPlainString() + "B";
    }

    /** A text in quotes. */
    static String text(String plain) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                throw new Defect("a text with a control character reached the emission");
            }
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
