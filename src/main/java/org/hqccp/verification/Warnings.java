package org.hqccp.verification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hqccp.rulelanguage.Rule;
import org.jspecify.annotations.Nullable;

/** Puts warnings about rules into words. */
final class Warnings {
    private Warnings() {}

    /**
     * A warning about rules.
     *
     * @param shows the options of a case that shows it; none where no case can
     * @param values values to name where the example cannot be written as a case
     */
    static Warning about(
            Warning.Kind kind,
            List<Rule> rules,
            String message,
            Space space,
            int @Nullable [] shows,
            Map<String, String> values) {
        Rule first = rules.get(0);
        String about = rules.stream().map(Rule::id).collect(Collectors.joining(" & "));
        String example =
                shows == null || first.conclusion().verb().isRollUp() ? null : ExampleCase.of(space.at(shows), first);
        String named = values.isEmpty()
                ? ""
                : ", for example where "
                        + values.entrySet().stream()
                                .map(e -> e.getKey() + " is " + e.getValue())
                                .collect(Collectors.joining(" and "));
        return new Warning(
                kind,
                about,
                first.file(),
                first.line(),
                about.replace(" & ", " and ") + ": " + message + named,
                space.isExact() ? 0 : Space.DRAWN,
                example == null ? null : first.decision(),
                example);
    }
}
