package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hqccp.decision.Change;
import org.hqccp.decision.Message;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Result;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/** Holds what a case expects against what was decided. */
final class Comparing {
    private final Observed observed;
    private final @Nullable String rule;
    private final List<Difference> differences = new ArrayList<>();

    private Comparing(Observed observed, @Nullable String rule) {
        this.observed = observed;
        this.rule = rule;
    }

    /**
     * Every difference.
     *
     * @param rule the rule whose case this is; none for a whole case
     */
    static List<Difference> differences(Expectation expectation, Observed observed, @Nullable String rule) {
        Comparing comparing = new Comparing(observed, rule);
        comparing.all(expectation);
        return List.copyOf(comparing.differences);
    }

    private void all(Expectation expectation) {
        String of = expectation.of();
        String status = expectation.status();
        if (of != null
                && !observed.subjects().contains(of)
                && (rule == null || observed.of(rule, of).isEmpty())) {
            different("subject", of, "the case holds " + Words.list(observed.subjects()), List.of());
            return;
        }
        if (rule != null && status != null) {
            status(rule, status, of);
        }
        boolean ofRule = rule != null && status != null;
        // A rule about groups is stated of a group; everything else is of the subject that has the groups.
        String subject = of == null || observed.subjects().contains(of) ? of : null;
        missing(expectation.whole().missing(), ofRule ? of : subject, ofRule, observed.results(subject));
        subject(expectation.whole(), subject);
        codes("flags", expectation.flags(), observed.flags(), List.of());
        expectation.urgency().forEach((id, degree) -> {
            String got = observed.urgencies().get(id);
            if (!degree.equals(got)) {
                different("urgency of " + id, degree, got == null ? "not flagged" : got, List.of());
            }
        });
        codes("strengths", expectation.strengths(), observed.strengths(), List.of());
        expectation.changes().forEach((id, edits) -> changes(id, edits, subject));
        expectation.results().forEach((each, expected) -> {
            if (observed.subjects().contains(each)) {
                missing(expected.missing(), each, false, observed.results(each));
                subject(expected, each);
            } else {
                different("results", each, "the case holds " + Words.list(observed.subjects()), List.of());
            }
        });
    }

    private void status(String id, String expected, @Nullable String of) {
        List<Sighting> seen = observed.of(id, of);
        List<String> statuses =
                seen.stream().map(s -> s.status().name()).distinct().toList();
        boolean same = expected.equals(Expectation.NO_FINDING) ? seen.isEmpty() : statuses.equals(List.of(expected));
        if (!same) {
            String got = seen.isEmpty()
                    ? "none: the rule is not in force, or no such subject"
                    : statuses.size() == 1 ? statuses.get(0) : several(seen);
            List<String> why =
                    seen.stream().flatMap(s -> reasons(s).stream()).distinct().toList();
            different("status of " + id + about(of), expected, got, why);
        }
    }

    private static String several(List<Sighting> seen) {
        Map<String, List<String>> by = new LinkedHashMap<>();
        seen.forEach(s ->
                by.computeIfAbsent(s.status().name(), x -> new ArrayList<>()).add(s.subject()));
        List<String> parts = new ArrayList<>();
        by.forEach((status, subjects) -> parts.add(status + " for " + String.join(", ", subjects)));
        return String.join("; ", parts) + " (say which with of:)";
    }

    private static List<String> reasons(Sighting sighting) {
        List<String> reasons = new ArrayList<>(sighting.why());
        if (!sighting.missing().isEmpty()) {
            reasons.add("missing: " + Words.list(sighting.missing()));
        }
        return reasons;
    }

    private void subject(Expected expected, @Nullable String of) {
        List<Result> results = observed.results(of);
        outcome(expected.outcome(), of, results);
        codes("because" + about(of), expected.because(), each(results, Result::because), List.of());
        codes(
                "actions" + about(of),
                expected.actions(),
                codes(results, Result::actions),
                from(results, Result::actions, of));
        codes(
                "alerts" + about(of),
                expected.alerts(),
                codes(results, Result::alerts),
                from(results, Result::alerts, of));
        codes("notes" + about(of), expected.notes(), codes(results, Result::notes), from(results, Result::notes, of));
        order("fixes" + about(of), expected.fixes(), each(results, Result::fixes));
        List<String> texts = observed.texts(of);
        expected.says().stream()
                .filter(words -> texts.stream().noneMatch(t -> t.contains(words)))
                .forEach(words -> different("says" + about(of), words, "no sentence says so", List.of()));
        order("next" + about(of), expected.next(), observed.next(of));
        expected.findings().forEach((id, status) -> status(id, status, of));
        expected.groups().forEach((id, status) -> {
            String got = observed.group(id, of);
            if (!status.equals(got)) {
                different("group " + id + about(of), status, got == null ? "not there" : got, List.of());
            }
        });
        expected.values().forEach((name, value) -> {
            Object got = results.stream()
                    .map(r -> r.values().get(name))
                    .filter(v -> v != null)
                    .findFirst()
                    .orElse(null);
            boolean same = got == null ? value.equals(Expectation.NOT_SHOWN) : Words.same(value, got);
            if (!same) {
                different(
                        "value " + name + about(of),
                        value,
                        got == null ? "none: it is not shown" : Words.value(got),
                        List.of());
            }
        });
    }

    private void outcome(@Nullable String expected, @Nullable String of, List<Result> results) {
        String got = observed.outcome(of);
        if (expected == null || expected.equals(got)) {
            return;
        }
        List<String> why = new ArrayList<>();
        for (Result result : results) {
            String by = result.decidedBy();
            why.add(result.subject() + ": " + result.outcome() + (by == null ? "" : " by " + by));
            why.addAll(observed.sentences(result.because(), result.subject()));
            if (!result.missing().isEmpty()) {
                why.add("missing: " + Words.list(paths(result)));
            }
        }
        different("outcome" + about(of), expected, got, why);
    }

    private void missing(@Nullable List<String> expected, @Nullable String of, boolean ofRule, List<Result> results) {
        if (expected == null) {
            return;
        }
        if (ofRule && rule != null) {
            List<String> got = each(observed.of(rule, of), Sighting::missing);
            codes("missing facts of " + rule + about(of), expected, got, List.of());
        } else {
            codes("missing facts" + about(of), expected, each(results, Comparing::paths), List.of());
        }
    }

    private static List<String> paths(Result result) {
        return result.missing().stream().map(MissingFact::fact).toList();
    }

    private static List<String> codes(List<Result> results, Function<Result, List<Message>> messages) {
        return each(results, r -> messages.apply(r).stream().map(Message::code).toList());
    }

    /** Which rules say so. */
    private List<String> from(List<Result> results, Function<Result, List<Message>> messages, @Nullable String of) {
        List<String> rules = each(
                results, r -> messages.apply(r).stream().map(Message::ruleId).toList());
        return observed.sentences(rules, of);
    }

    private static <T> List<String> each(List<T> items, Function<T, List<String>> part) {
        return items.stream().flatMap(i -> part.apply(i).stream()).distinct().toList();
    }

    private void codes(String what, @Nullable List<String> expected, List<String> got, List<String> why) {
        if (expected != null
                && !expected.stream()
                        .sorted()
                        .toList()
                        .equals(got.stream().sorted().toList())) {
            different(what, Words.list(expected), Words.list(got), why);
        }
    }

    private void order(String what, @Nullable List<String> expected, List<String> got) {
        if (expected != null && !expected.equals(got)) {
            different(what, Words.list(expected), Words.list(got), List.of());
        }
    }

    private void changes(String id, Map<String, Node> edits, @Nullable String of) {
        String expected = ChangeText.expected(edits);
        List<Change> found = observed.changes(id, of);
        if (found.isEmpty()) {
            different("change for " + id + about(of), expected, "not looked for: " + id + " is not NOT_MET", List.of());
        }
        for (Change change : found) {
            String got = ChangeText.found(change);
            if (!got.equals(expected)) {
                String reason = change.reason();
                List<String> why = reason == null
                        ? change.edits().stream().map(Change.Edit::sentence).toList()
                        : List.of(reason);
                different("change for " + id + about(of), expected, got, why);
            }
        }
    }

    private static String about(@Nullable String subject) {
        return subject == null ? "" : " for " + subject;
    }

    private void different(String what, String expected, String got, List<String> why) {
        differences.add(new Difference(what, expected, got, why));
    }
}
