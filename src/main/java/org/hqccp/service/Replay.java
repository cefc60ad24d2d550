package org.hqccp.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hqccp.decisionlog.DamagedEntry;
import org.hqccp.decisionlog.Entry;
import org.hqccp.decisionlog.LogArchive;
import org.hqccp.decisionlog.StoreException;
import org.hqccp.decisionlog.format.FormatException;
import org.hqccp.decisionlog.format.JsonReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;
import org.jspecify.annotations.Nullable;

/** Decides recorded cases again, under the rule set they were decided under or under another. Not safe for several threads. */
public final class Replay {
    private static final int KEPT_READY = 4;

    private final LogArchive log;
    private final Clock clock;
    private final @Nullable DecisionService other;
    private final @Nullable LiveRules live;
    private final Map<String, DecisionService> ready = new LinkedHashMap<>(16, 0.75f, true);

    /** What became of a recorded decision. */
    public enum Verdict {
        /** The same, to the byte. */
        SAME,
        /** Another decision, or none. */
        DIFFERS,
        /** It cannot be decided again, because a fact was never kept or the entry holds no decision. */
        NOT_REPLAYABLE
    }

    /**
     * The result of one replay.
     *
     * @param id the decision's id
     * @param index its place in the log
     * @param verdict what became of it
     * @param differences what differs, or why it cannot be decided again: outcome first, then rule by rule
     * @param drifts the same for counting: each outcome and status that differs, without its subject
     */
    public record Result(String id, long index, Verdict verdict, List<String> differences, List<Drift> drifts) {}

    /**
     * An outcome or a status that differs.
     *
     * @param of {@code outcome of event-permit}, {@code rule EV-01}
     * @param before as recorded
     * @param now as decided again
     */
    public record Drift(String of, String before, String now) {}

    /** Decides again under the recorded rule sets. */
    public Replay(LogArchive log, Clock clock) {
        this(log, clock, null, null);
    }

    /** Decides again under one other rule set. */
    public static Replay under(LogArchive log, LiveRules rules, Clock clock) {
        return new Replay(log, clock, new DecisionService(rules, clock), null);
    }

    /** Decides again under the recorded rule sets, beside a service which has one of them ready. */
    static Replay beside(LogArchive log, LiveRules live) {
        return new Replay(log, live.clock(), null, live);
    }

    private Replay(LogArchive log, Clock clock, @Nullable DecisionService other, @Nullable LiveRules live) {
        this.log = log;
        this.clock = clock;
        this.other = other;
        this.live = live;
    }

    /** Decides one entry again. */
    public Result replay(Entry entry) throws StoreException, DamagedEntry {
        String decision = entry.leaf().decision();
        String ruleSet = entry.leaf().ruleSet();
        if (!entry.leaf().kind().holdsDecision() || decision == null || ruleSet == null) {
            return result(entry, Verdict.NOT_REPLAYABLE, List.of("it holds no decision"));
        }
        if (entry.record().head().get("leftOut") instanceof List<?> left && !left.isEmpty()) {
            return result(
                    entry, Verdict.NOT_REPLAYABLE, List.of("it held " + names(left) + ", which the log never keeps"));
        }
        boolean changes = Boolean.TRUE.equals(entry.record().head().get("changes"));
        try {
            DecisionService service = other == null ? service(ruleSet) : other;
            if (service == null) {
                return result(entry, Verdict.DIFFERS, List.of("this program cannot load the rule set " + ruleSet));
            }
            byte[] now =
                    service.decide(decision, entry.record().caseJson(), changes).decisionJson();
            if (Arrays.equals(now, entry.record().decisionJson())) {
                return result(entry, Verdict.SAME, List.of());
            }
            List<Drift> drifts = new ArrayList<>();
            List<String> differences = differences(entry.record().decisionJson(), now, drifts);
            boolean onlyVersion = other != null && differences.isEmpty();
            return new Result(
                    entry.leaf().id(),
                    entry.leaf().index(),
                    onlyVersion ? Verdict.SAME : Verdict.DIFFERS,
                    differences,
                    drifts);
        } catch (CaseRefused e) {
            return result(
                    entry,
                    Verdict.DIFFERS,
                    e.problems().stream()
                            .map(p -> p.pointer() + ": " + p.message())
                            .toList());
        } catch (NoSuchDecision e) {
            return result(entry, Verdict.DIFFERS, List.of("there is no such decision any more"));
        } catch (FormatException e) {
            throw new DamagedEntry(entry.leaf().index(), e.message());
        }
    }

    private static String names(List<?> left) {
        return left.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    /** The recorded case decided again under its own rules, with the smallest changes looked for; null where that cannot be. */
    public byte @Nullable [] withChanges(Entry entry) throws StoreException, DamagedEntry {
        String decision = entry.leaf().decision();
        String ruleSet = entry.leaf().ruleSet();
        DecisionService service = ruleSet == null ? null : service(ruleSet);
        try {
            return service == null || decision == null
                    ? null
                    : service.decide(decision, entry.record().caseJson(), true).decisionJson();
        } catch (CaseRefused | NoSuchDecision e) {
            // Told by the replay of the same entry.
            return null;
        }
    }

    /** A rule set that was live, if this program can still load it. */
    public @Nullable RuleSet ruleSet(String version) throws StoreException, DamagedEntry {
        DecisionService service = service(version);
        return service == null ? null : service.rules().current().ruleSet();
    }

    private @Nullable DecisionService service(String version) throws StoreException, DamagedEntry {
        DecisionService known = ready.get(version);
        if (known != null) {
            return known;
        }
        LiveRules rules = rules(version);
        if (rules == null) {
            return null;
        }
        DecisionService service = new DecisionService(rules, clock);
        ready.put(version, service);
        if (ready.size() > KEPT_READY) {
            ready.remove(ready.keySet().iterator().next());
        }
        return service;
    }

    private @Nullable LiveRules rules(String version) throws StoreException, DamagedEntry {
        LiveRules now = live == null ? null : live.pinned();
        if (now != null && now.current().ruleSet().version().equals(version)) {
            return now;
        }
        SortedMap<String, String> files = log.ruleSet(version);
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = files == null ? null : RuleSetReader.read(files, problems);
        return ruleSet == null ? null : LiveRules.fixed(ruleSet, clock);
    }

    /** Outcome and findings that differ; where only their words do, that is said instead. */
    private List<String> differences(byte[] before, byte[] after, List<Drift> drifts) throws FormatException {
        Map<String, String> old = told(JsonReader.readObject(before));
        Map<String, String> young = told(JsonReader.readObject(after));
        List<String> differences = new ArrayList<>();
        old.forEach((what, status) -> {
            String now = young.getOrDefault(what, "no longer there");
            if (!status.equals(now)) {
                differences.add(what + ": " + status + ", now " + now);
                drifts.add(drift(what, status, now));
            }
        });
        young.forEach((what, status) -> {
            if (!old.containsKey(what)) {
                differences.add(what + ": new, " + status);
                drifts.add(drift(what, "not there", status));
            }
        });
        if (differences.isEmpty() && other == null) {
            differences.add("every outcome and status is the same, but the words or their order are not");
        }
        return differences;
    }

    private static Drift drift(String what, String before, String now) {
        return new Drift(what.strip().split(" for ", 2)[0], before, now);
    }

    private static Map<String, String> told(Map<String, @Nullable Object> decision) {
        Map<String, String> told = new TreeMap<>();
        told.put(" outcome of " + decision.get("name"), String.valueOf(decision.get("outcome")));
        for (Object result : list(decision.get("results"))) {
            if (result instanceof Map<?, ?> map) {
                told.put(" outcome for " + map.get("subject"), String.valueOf(map.get("outcome")));
            }
        }
        for (Object finding : list(decision.get("findings"))) {
            if (finding instanceof Map<?, ?> map) {
                told.put("rule " + map.get("ruleId") + " for " + map.get("subject"), String.valueOf(map.get("status")));
            }
        }
        for (Object part : list(decision.get("parts"))) {
            if (part instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> members = new TreeMap<>();
                map.forEach((name, value) -> members.put((String) name, value));
                told.putAll(told(members));
            }
        }
        return told;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Result result(Entry entry, Verdict verdict, List<String> differences) {
        return new Result(entry.leaf().id(), entry.leaf().index(), verdict, differences, List.of());
    }
}
