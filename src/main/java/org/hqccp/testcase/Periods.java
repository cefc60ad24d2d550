package org.hqccp.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hqccp.rulelanguage.Parameter;

/** On which days cases have read a parameter: each period must be seen on the first of its days and on the last before it. */
final class Periods {
    private final Parameter parameter;
    private final Set<LocalDate> days = new HashSet<>();

    Periods(Parameter parameter) {
        this.parameter = parameter;
    }

    void on(LocalDate day) {
        days.add(day);
    }

    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Parameter.Period period :
                parameter.periods().subList(1, parameter.periods().size())) {
            LocalDate first = Days.firstFrom(parameter.clock(), period.from());
            LocalDate last = Days.lastBefore(parameter.clock(), period.from());
            if (!days.contains(last)) {
                missing.add("no case reads it on " + Days.words(parameter.clock(), last)
                        + ", right before a new value holds");
            }
            if (!days.contains(first)) {
                missing.add("no case reads it on " + Days.words(parameter.clock(), first)
                        + ", when a new value begins to hold");
            }
        }
        return missing;
    }
}
