package org.hqccp.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.hqccp.decisionlog.Claim;
import org.hqccp.decisionlog.Content;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.DecisionLog;
import org.hqccp.decisionlog.Draft;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.LogRefused;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.CanonicalJson;
import org.hqccp.decisionlog.format.EntryKind;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.JsonReader;
import org.hqccp.decisionlog.format.LogRecord;
import org.hqccp.decisionlog.format.Receipt;
import org.hqccp.json.CaseProblem;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** Records that a person set another outcome than the rules gave. The decision stays as it was made. */
public final class Overrides {
    private static final int LONGEST_TEXT = 1_000;
    private final DecisionLog log;
    private final LiveRules rules;

    public Overrides(DecisionLog log, LiveRules rules) {
        this.log = log;
        this.rules = rules;
    }

    /**
     * What a person sets.
     *
     * @param person who, by the name of the token
     * @param decisionId the decision
     * @param outcome the outcome that holds instead
     * @param subject for which subject; null for the decision as a whole
     * @param reason a code of the closed list
     * @param text why, in the person's own words
     */
    public record Request(
            String person,
            String decisionId,
            String outcome,
            @Nullable String subject,
            String reason,
            String text) {}

    /**
     * Records an override, or gives the answer the same request was given before.
     *
     * @param key the idempotency key, if there is one
     * @param body the request to the byte, which the key belongs to
     * @return the answer, once it is in the log for good
     */
    public CompletableFuture<byte[]> record(Request override, @Nullable String key, byte[] body)
            throws NoSuchEntry, OverrideRefused, KeyTaken, LogRefused, StoreException, DamagedEntry {
        Claim claim = null;
        if (key != null) {
            var answer = log.claims().claim(override.person(), key, "override " + override.decisionId(), body);
            switch (answer.standing()) {
                case ANSWERED:
                    Entry before = log.entry(answer.index());
                    return CompletableFuture.completedFuture(
                            answer(before.leaf().id(), before.leaf().time(), override.decisionId(), before.receipt()));
                case IN_USE:
                    throw new KeyTaken(true);
                case OTHER_REQUEST:
                    throw new KeyTaken(false);
                case FIRST:
                    claim = answer.claim();
            }
        }
        Draft draft;
        try {
            draft = draft(override, claim);
        } catch (Throwable e) {
            log.claims().release(claim);
            throw e;
        }
        return log.record(draft)
                .thenApply(done -> answer(done.id(), done.time(), override.decisionId(), done.receipt()));
    }

    private Draft draft(Request override, @Nullable Claim claim)
            throws NoSuchEntry, OverrideRefused, LogRefused, StoreException, DamagedEntry {
        Entry entry = log.entry(override.decisionId());
        if (entry == null || !entry.leaf().kind().holdsDecision()) {
            throw new NoSuchEntry();
        }
        RuleSet ruleSet = rules.current().ruleSet();
        check(override, entry, ruleSet);
        RecordedDecisions.keep(log, ruleSet);
        Map<String, Object> head = new TreeMap<>();
        head.put(LogRecord.OUTCOME, override.outcome());
        head.put("outcomeBefore", String.valueOf(entry.record().head().get(LogRecord.OUTCOME)));
        head.put("decision", String.valueOf(entry.leaf().decision()));
        head.put("reason", override.reason());
        head.put("meaning", ruleSet.overrideReasons().getOrDefault(override.reason(), ""));
        head.put("text", override.text());
        if (override.subject() != null) {
            head.put("subject", override.subject());
        }
        return new Draft(
                log.newId(),
                EntryKind.OVERRIDE,
                override.person(),
                null,
                ruleSet.version(),
                override.decisionId(),
                null,
                Content.of(LogRecord.of(head)),
                claim);
    }

    private static void check(Request override, Entry entry, RuleSet ruleSet) throws OverrideRefused, DamagedEntry {
        List<CaseProblem> problems = new ArrayList<>();
        List<String> reasons = List.copyOf(ruleSet.overrideReasons().keySet());
        if (!reasons.contains(override.reason())) {
            problems.add(new CaseProblem(
                    "/reason",
                    "unknown-reason",
                    reasons.isEmpty() ? "this rule set allows no override" : "this is no reason of the list",
                    reasons.isEmpty() ? "ask policy staff for rules/override-reasons.csv" : null,
                    reasons));
        }
        List<String> outcomes = outcomes(ruleSet, String.valueOf(entry.leaf().decision()));
        if (!outcomes.contains(override.outcome())) {
            problems.add(new CaseProblem(
                    "/outcome", "unknown-outcome", "this is no outcome of the decision", null, outcomes));
        }
        List<String> subjects = subjects(entry);
        if (override.subject() != null && !subjects.contains(override.subject())) {
            problems.add(new CaseProblem(
                    "/subject",
                    "unknown-subject",
                    "the decision is not about this subject",
                    "leave it out to speak of the decision as a whole",
                    List.of()));
        }
        if (override.text().isBlank()
                || override.text().length() > LONGEST_TEXT
                || override.text().chars().anyMatch(Character::isISOControl)) {
            problems.add(new CaseProblem(
                    "/text",
                    "text",
                    "the text is empty, longer than " + LONGEST_TEXT + " characters, or not on one line",
                    "say in a sentence or two what was seen, without names and without anything about health",
                    List.of()));
        }
        if (!problems.isEmpty()) {
            throw new OverrideRefused(problems);
        }
    }

    private static List<String> outcomes(RuleSet ruleSet, String decision) {
        TreeSet<String> outcomes = new TreeSet<>();
        DecisionModel model = ruleSet.decisions().get(decision);
        if (model != null) {
            outcomes.addAll(model.outcomes().keySet());
            model.includes().forEach(part -> outcomes.addAll(outcomes(ruleSet, part)));
        }
        return List.copyOf(outcomes);
    }

    private static List<String> subjects(Entry entry) throws DamagedEntry {
        try {
            List<String> subjects = new ArrayList<>();
            collect(JsonReader.readObject(entry.record().decisionJson()), subjects);
            return subjects;
        } catch (FormatException e) {
            throw new DamagedEntry(entry.leaf().index(), e.message());
        }
    }

    private static void collect(Map<?, ?> decision, List<String> subjects) {
        if (decision.get("results") instanceof List<?> results) {
            results.forEach(each -> {
                if (each instanceof Map<?, ?> result && result.get("subject") instanceof String subject) {
                    subjects.add(subject);
                }
            });
        }
        if (decision.get("parts") instanceof List<?> parts) {
            parts.forEach(part -> {
                if (part instanceof Map<?, ?> map) {
                    collect(map, subjects);
                }
            });
        }
    }

    private static byte[] answer(String id, String time, String about, Receipt receipt) {
        try {
            return CanonicalJson.write(Map.of(
                    "overrideId",
                    id,
                    "recordedAt",
                    time,
                    "about",
                    about,
                    "recorded",
                    true,
                    "receipt",
                    JsonReader.readObject(receipt.bytes())));
        } catch (FormatException e) {
            throw new IllegalStateException("an answer has a written form", e);
        }
    }
}
