package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hqccp.decision.Change;
import org.hqccp.decision.Decision;
import org.hqccp.decision.Finding;
import org.hqccp.decision.Message;
import org.hqccp.decision.MissingFact;
import org.hqccp.decision.Option;
import org.hqccp.decision.Result;
import org.hqccp.engine.Ranking;
import org.hqccp.engine.Standing;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** What was decided, as cases ask about it. A plan is seen as all its parts together. */
final class Observed {
    private final Decision decision;
    private final List<Decision> parts = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<String, Map<String, Ranking>> groups = new LinkedHashMap<>();

    private Observed(Decision decision, List<Sighting> rollUps) {
        this.decision = decision;
        parts.add(decision);
        parts.addAll(decision.parts());
        parts.forEach(p -> p.findings().forEach(f -> sightings.add(sighting(f))));
        sightings.addAll(rollUps);
    }

    /** An answer, with what the roll-up rules came to. */
    static Observed of(Decision decision, List<Part> parts, RuleSet ruleSet) {
        List<Sighting> rollUps = new ArrayList<>();
        for (Part part : parts) {
            List<Rule> own = ruleSet.rulesOf(part.program().decision().name());
            rollUps.addAll(RollUps.sightings(own, part.program(), part.evaluation()));
        }
        Observed observed = new Observed(decision, rollUps);
        for (Part part : parts) {
            List<Standing> standings = part.evaluation().standings();
            for (Standing standing : standings == null ? List.<Standing>of() : standings) {
                observed.groups(standing.subject().id(), standing.groups());
            }
        }
        return observed;
    }

    private static Sighting sighting(Finding finding) {
        List<String> why = new ArrayList<>();
        why.add(finding.sentence());
        for (Finding.Condition condition : finding.conditions()) {
            why.add(Words.condition(condition));
        }
        return new Sighting(
                finding.ruleId(),
                finding.subject(),
                finding.status(),
                finding.missing().stream().map(MissingFact::fact).toList(),
                why);
    }

    /** The groups of a subject, also those the answer does not show. */
    private void groups(String subject, Map<String, Ranking> statuses) {
        groups.put(subject, statuses);
    }

    List<String> subjects() {
        return parts.stream()
                .flatMap(p -> p.results().stream())
                .map(Result::subject)
                .toList();
    }

    /** Results of one subject, or of all. */
    List<Result> results(@Nullable String subject) {
        return parts.stream()
                .flatMap(p -> p.results().stream())
                .filter(r -> subject == null || r.subject().equals(subject))
                .toList();
    }

    String outcome(@Nullable String subject) {
        List<Result> results = results(subject);
        return subject == null || results.isEmpty()
                ? decision.outcome()
                : results.get(0).outcome();
    }

    List<Sighting> of(String rule, @Nullable String subject) {
        return sightings.stream()
                .filter(s ->
                        s.rule().equals(rule) && (subject == null || s.subject().equals(subject)))
                .toList();
    }

    /** The changes found for a rule, for one subject or for all. */
    List<Change> changes(String rule, @Nullable String subject) {
        List<Change> changes = new ArrayList<>();
        for (Decision part : parts) {
            List<Change> found = part.changes();
            changes.addAll(found == null ? List.of() : found);
        }
        changes.removeIf(
                c -> !c.ruleId().equals(rule) || subject != null && !c.subject().equals(subject));
        return changes;
    }

    /** The sentence of what a rule found. */
    List<String> sentences(List<String> rules, @Nullable String subject) {
        return rules.stream()
                .flatMap(rule -> of(rule, subject).stream())
                .map(s -> s.rule() + " " + s.status() + ": " + s.why().get(0))
                .toList();
    }

    @Nullable
    String group(String id, @Nullable String subject) {
        for (Result result : results(subject)) {
            for (Result.GroupStatus group : result.groups()) {
                if (group.id().equals(id)) {
                    return group.status();
                }
            }
        }
        for (Map.Entry<String, Map<String, Ranking>> entry : groups.entrySet()) {
            Ranking status = entry.getValue().get(id);
            if (status != null && (subject == null || entry.getKey().equals(subject))) {
                return status.code() == null ? "UNKNOWN" : status.code();
            }
        }
        return null;
    }

    List<String> flags() {
        return parts.stream()
                .flatMap(p -> p.supports().stream())
                .filter(s -> s.mode().equals("FLAG"))
                .map(s -> s.id())
                .toList();
    }

    /** How soon each flagged support is due. */
    Map<String, String> urgencies() {
        Map<String, String> urgencies = new LinkedHashMap<>();
        parts.forEach(p -> p.supports().stream()
                .filter(s -> s.mode().equals("FLAG"))
                .forEach(s -> urgencies.put(s.id(), s.urgency())));
        return urgencies;
    }

    /** Every sentence of the answer about one subject, or about all. */
    List<String> texts(@Nullable String subject) {
        List<String> texts = new ArrayList<>();
        for (Result result : results(subject)) {
            texts.add(result.words());
            Stream.of(result.actions(), result.alerts(), result.notes())
                    .forEach(messages -> messages.forEach(m -> texts.add(m.text())));
        }
        parts.forEach(p -> p.findings().stream()
                .filter(f -> subject == null || f.subject().equals(subject))
                .forEach(f -> texts.addAll(
                        f.rule().advice() == null
                                ? List.of(f.sentence())
                                : List.of(f.sentence(), f.rule().advice()))));
        return texts;
    }

    List<String> strengths() {
        return parts.stream()
                .flatMap(p -> p.strengths().stream())
                .map(Message::code)
                .toList();
    }

    /** The options as the answer lists them: of all together, or beside one subject; the one that is always there stands last. */
    List<String> next(@Nullable String subject) {
        return subject == null
                ? parts.stream()
                        .flatMap(p -> p.next().stream())
                        .map(Option::subject)
                        .toList()
                : results(subject).stream()
                        .flatMap(r -> r.next().stream())
                        .map(Option::subject)
                        .toList();
    }
}
