package org.hqccp.explanation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** Values as the answer shows them: in the form in which a case gives them. */
final class Shown {
    private Shown() {}

    /** The value of something of this type; none while it is not known. */
    static @Nullable Object of(Object value, FactType type) {
        if (value instanceof Unknown) {
            return null;
        } else if (type == FactType.MONTH && value instanceof LocalDate day && day.getDayOfMonth() == 1) {
            return YearMonth.from(day);
        } else if (type == FactType.SET_OF_NUMBERS && value instanceof Collection<?> numbers) {
            return numbers.stream()
                    .map(n -> Long.valueOf(String.valueOf(n)))
                    .sorted()
                    .toList();
        }
        return value instanceof Collection<?> set ? List.copyOf(set) : value;
    }
}
