package org.hqccp.verification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.hqccp.rulelanguage.Rule;

/** A rule that ends and the rule that follows it under the same id: the days between them, and the days they share. */
final class DateChecks {
    private final Collection<Rule> rules;
    private final Consumer<Warning> found;

    DateChecks(Collection<Rule> rules, Consumer<Warning> found) {
        this.rules = rules;
        this.found = found;
    }

    void check() {
        for (Rule rule : rules) {
            LocalDate to = rule.to();
            if (to != null) {
                List<Rule> later = rules.stream()
                        .filter(r -> r != rule && follows(rule, r) && r.from().isAfter(rule.from()))
                        .sorted(Comparator.comparing(Rule::from))
                        .toList();
                if (!later.isEmpty()) {
                    next(rule, to, later.get(0));
                }
            }
        }
    }

    /** {@code EP-01} follows {@code EP-01.2017}: one criterion of the handbook in other words. */
    private static boolean follows(Rule rule, Rule next) {
        return base(rule.id()).equals(base(next.id()))
                && rule.decision().equals(next.decision())
                && rule.clock() == next.clock()
                && rule.kind() == next.kind();
    }

    private static String base(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    private void next(Rule rule, LocalDate to, Rule next) {
        String about = rule.id() + " & " + next.id();
        LocalDate after = to.plusDays(1);
        if (next.from().isAfter(after)) {
            warn(
                    Warning.Kind.GAP,
                    rule,
                    about,
                    rule.id() + " ends on " + to + " and " + next.id() + " begins on " + next.from()
                            + ": in between neither is in force, for example on " + after);
        } else if (next.from().isBefore(after)) {
            warn(
                    Warning.Kind.OVERLAP,
                    rule,
                    about,
                    rule.id() + " ends on " + to + " and " + next.id() + " begins on " + next.from()
                            + ": both are in force, for example on " + next.from());
        }
    }

    private void warn(Warning.Kind kind, Rule rule, String about, String message) {
        found.accept(new Warning(kind, about, rule.file(), rule.line(), message, 0, null, null));
    }
}
