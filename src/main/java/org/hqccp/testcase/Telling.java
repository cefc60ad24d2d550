package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LoadedRules;
import org.jspecify.annotations.Nullable;

/** Looks for a case that tells a mutant from the rules as they are written: a case of the rule with one or two facts changed. */
final class Telling {
    private static final int MOST_SOURCES = 12;
    private static final int MOST_RULES = 4;
    private final LoadedRules written;
    private final RuleSet changedSet;
    private final LoadedRules changed;
    private final List<TriedCase> cases;

    /** A case ready to paste, and the file it belongs into. */
    record Told(String file, String yaml) {}

    Telling(LoadedRules written, Mutant mutant, List<TriedCase> cases) {
        this.written = written;
        this.changedSet = mutant.in().apply(written.ruleSet());
        this.changed = written.tried(changedSet, mutant.decisions());
        this.cases = cases;
    }

    /** A case that would notice the mutant; none where none was found. */
    @Nullable
    Told find(Set<String> rules) {
        int looked = 0;
        for (String id : rules) {
            Rule before = written.ruleSet().rules().get(id);
            Rule after = changedSet.rules().get(id);
            if (before != null && after != null && looked++ < MOST_RULES) {
                Told told = find(before, after);
                if (told != null) {
                    return told;
                }
            }
        }
        return null;
    }

    private @Nullable Told find(Rule before, Rule after) {
        Asking now = asking(before, written, written.ruleSet());
        Asking then = asking(after, changed, changedSet);
        Map<TriedCase, List<CaseChange>> own = changes(now.rule(), now.isQuick());
        Draft draft = Drafts.changedOnce(own, d -> tells(d, now, then));
        draft = draft == null ? asItIs(now, then) : draft;
        draft = draft == null && now.isQuick() ? Drafts.changedAgain(own, d -> tells(d, now, then)) : draft;
        if (draft == null) {
            return null;
        }
        Answer answer = Objects.requireNonNull(now.of(draft.root(), draft.of(), true));
        String file = "test-cases/" + CaseFolder.mirrored(before.file());
        return new Told(file, draft.yaml(before, answer, likeOf(before)));
    }

    static Asking asking(Rule rule, LoadedRules rules, RuleSet ruleSet) {
        DecisionModel decision = Objects.requireNonNull(ruleSet.decisions().get(rule.decision()));
        return new Asking(
                rule,
                () -> DecisionProgram.tried(decision, List.of(rule), ruleSet.dictionary(), ruleSet.derived()),
                () -> Asking.whole(rules.programs(), rule));
    }

    private String likeOf(Rule rule) {
        return cases.stream()
                .filter(c -> rule.id().equals(c.file().rule()))
                .map(c -> c.testCase().written().likeOfFile())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Some case of any file that would tell, if it only said what becomes of this rule. */
    private @Nullable Draft asItIs(Asking now, Asking then) {
        for (TriedCase each : sources(now.rule(), Integer.MAX_VALUE)) {
            Draft draft = new Draft(each, List.of());
            if (tells(draft, now, then)) {
                return draft;
            }
        }
        return null;
    }

    /** Changes of each case to start from; where a whole decision has to be worked out, only of the day that picks the rule. */
    private Map<TriedCase, List<CaseChange>> changes(Rule rule, boolean all) {
        CaseChanges changes = new CaseChanges(rule, written.ruleSet());
        Map<TriedCase, List<CaseChange>> of = new LinkedHashMap<>();
        for (TriedCase source : sources(rule, MOST_SOURCES)) {
            List<CaseChange> own = changes.of(source.read().root());
            of.put(
                    source,
                    all ? own : own.stream().filter(c -> isOfClock(c, rule)).toList());
        }
        return of;
    }

    private static boolean isOfClock(CaseChange change, Rule rule) {
        return change instanceof CaseChange.Value value && Days.meaning(rule, value.fact(), value.to()) != null;
    }

    private static boolean tells(Draft draft, Asking now, Asking then) {
        Entity root;
        try {
            root = draft.root();
        } catch (IndexOutOfBoundsException e) {
            // Two changes of which the first took away what the second is about.
            return false;
        }
        Answer one = now.of(root, draft.of(), false);
        Answer other = then.of(root.copy(), draft.of(), false);
        return one != null && other != null && !one.status().equals(other.status());
    }

    /** Cases to start from: those of the rule first. Cases with parameter values of their own are about other rules. */
    private List<TriedCase> sources(Rule rule, int most) {
        List<TriedCase> sources = new ArrayList<>();
        for (boolean own : new boolean[] {true, false}) {
            for (TriedCase each : cases) {
                boolean same = each.testCase().ruleSet() == written.ruleSet();
                if (same
                        && rule.id().equals(each.file().rule()) == own
                        && each.decisions().contains(rule.decision())
                        && sources.size() < most) {
                    sources.add(each);
                }
            }
        }
        return sources;
    }
}
