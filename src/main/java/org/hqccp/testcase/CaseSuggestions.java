package org.hqccp.testcase;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hqccp.decision.Status;
import org.hqccp.engine.Defect;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.LoadedRules;
import org.hqccp.service.NoSuchDecision;
import org.jspecify.annotations.Nullable;

/**
 * The cases that would show where a rule turns: both sides of each number and day, each code it names, each fact missing, and each status
 * it can have. What its file shows already is left out. Each answer is one that was decided, as any case is.
 */
public final class CaseSuggestions {
    private static final int MOST_STARTS = 12;
    private final LoadedRules rules;
    private final Rule rule;
    private final DecisionService service;
    private final FolderReading folder;
    private final List<Problem> problems;
    private final String name;
    private final String text;
    private final Asking asking;
    private final CaseChanges changes;
    private final SeenCases seen;
    private final List<SuggestedCase> suggested = new ArrayList<>();
    private final Set<Status> statuses = EnumSet.noneOf(Status.class);

    private CaseSuggestions(
            LiveRules live,
            Clock clock,
            Rule rule,
            FolderReading folder,
            List<Problem> problems,
            @Nullable String like) {
        this.rules = live.current();
        this.rule = rule;
        this.service = new DecisionService(live, clock);
        this.folder = folder;
        this.problems = problems;
        this.name = CaseFolder.mirrored(rule.file());
        String own = folder.text(name);
        this.text = own == null ? CaseText.begin(rule.id(), like) : own;
        this.asking = Telling.asking(rule, rules, rules.ruleSet());
        this.changes = new CaseChanges(rule, rules.ruleSet());
        this.seen = new SeenCases(changes.facts().keySet(), changes.reading().lists());
    }

    /**
     * What is suggested for one rule.
     *
     * @param file its case file, below the case folder
     * @param begin what a new file begins with; none where the file is there
     * @param cases the suggested cases
     * @param problems what is wrong with the file as it is: its faulty cases are not looked at
     */
    public record Suggested(String file, @Nullable String begin, List<SuggestedCase> cases, List<Problem> problems) {}

    /**
     * Looks for cases.
     *
     * @param clock gives the moment of each decision, which no case can see
     * @param like the base a new file would start from; none where there is none
     */
    public static Suggested of(LiveRules live, Clock clock, Rule rule, Path caseFolder, @Nullable String like)
            throws IOException {
        List<Problem> problems = new ArrayList<>();
        FolderReading folder = FolderReading.of(caseFolder, live.current().ruleSet(), problems);
        problems.clear();
        CaseSuggestions suggestions = new CaseSuggestions(live, clock, rule, folder, problems, like);
        boolean there = folder.text(suggestions.name) != null;
        List<TriedCase> own = suggestions.own(there);
        List<Problem> told = List.copyOf(problems);
        suggestions.look(own);
        return new Suggested(
                suggestions.name, there ? null : suggestions.text, List.copyOf(suggestions.suggested), told);
    }

    /** The cases of its file, and what they state. */
    private List<TriedCase> own(boolean there) {
        CaseFile file = there ? folder.file(name, text) : null;
        List<TriedCase> own = new ArrayList<>();
        for (TestCase each : file == null ? List.<TestCase>of() : file.cases()) {
            TriedCase tried = tried(Objects.requireNonNull(file), each);
            if (tried != null && each.ruleSet() == rules.ruleSet()) {
                own.add(tried);
                seen.add(tried.read().root(), each.expectation().of());
                String status = each.expectation().status();
                if (status != null && !status.equals(Expectation.NO_FINDING)) {
                    statuses.add(Status.valueOf(status));
                }
            }
        }
        return own;
    }

    private void look(List<TriedCase> own) {
        List<TriedCase> starts = new ArrayList<>();
        TriedCase bare = bare(own);
        if (bare != null) {
            starts.add(bare);
        }
        starts.addAll(own);
        Set<String> shown = new LinkedHashSet<>();
        for (TriedCase start : starts.subList(0, Math.min(MOST_STARTS, starts.size()))) {
            Draft from = inForce(start);
            List<CaseChange> possible = changes.of(from.root());
            List<CaseChange> quick = asking.isQuick() ? possible : ofClock(possible);
            Borders.of(from, quick, changes.named(), this::status, shown).forEach(this::suggest);
        }
        Set<Status> wanted = EnumSet.noneOf(Status.class);
        wanted.addAll(new Possible(rules.ruleSet()).statuses(rule));
        wanted.removeAll(statuses);
        if (!wanted.isEmpty()) {
            bringAbout(wanted, starts);
        }
    }

    /** The base as it is, about the subject that the cases of the rule are about. */
    private @Nullable TriedCase bare(List<TriedCase> own) {
        String of = own.isEmpty() ? null : own.get(0).testCase().expectation().of();
        TriedCase bare = written("  - name: As it is\n" + Draft.expected(new Answer("none", List.of()), of));
        if (bare == null || asking.of(bare.read().root().copy(), of, false) != null) {
            return bare;
        }
        EntityType type = Objects.requireNonNull(rules.ruleSet().decisions().get(rule.decision()))
                .subject();
        List<Entity> subjects = type.isList() ? bare.read().root().elements(type) : null;
        for (Entity each : subjects == null ? List.<Entity>of() : subjects) {
            if (asking.of(bare.read().root().copy(), each.id(), false) != null) {
                return written("  - name: As it is\n" + Draft.expected(new Answer("none", List.of()), each.id()));
            }
        }
        return null;
    }

    /** A case as it would be read from the rule's file. */
    private @Nullable TriedCase written(String yaml) {
        String only = CaseText.only(text, List.of(yaml));
        CaseFile file = only == null ? null : folder.file(name, only);
        return file == null || file.cases().size() != 1
                ? null
                : tried(file, file.cases().get(0));
    }

    private @Nullable TriedCase tried(CaseFile file, TestCase testCase) {
        try {
            CaseReader.Case read =
                    CaseReader.read(testCase.caseJson(), testCase.ruleSet().dictionary());
            return new TriedCase(file, testCase, read, rules);
        } catch (CaseRefused e) {
            // Not a case that anyone could send: there is nothing to suggest about it.
            return null;
        }
    }

    /** A case on a day on which the rule says something. */
    private Draft inForce(TriedCase start) {
        Draft asItIs = new Draft(start, List.of());
        if (Expectation.NO_FINDING.equals(status(asItIs))) {
            for (CaseChange change : ofClock(changes.of(start.read().root()))) {
                Draft moved = asItIs.with(change);
                String then = status(moved);
                if (then != null && !then.equals(Expectation.NO_FINDING) && !then.equals(Status.UNKNOWN.name())) {
                    return moved;
                }
            }
        }
        return asItIs;
    }

    private List<CaseChange> ofClock(List<CaseChange> all) {
        return all.stream()
                .filter(c ->
                        c instanceof CaseChange.Value value && Days.meaning(rule, value.fact(), value.to()) != null)
                .toList();
    }

    private @Nullable String status(Draft draft) {
        try {
            Answer answer = asking.of(draft.root(), draft.of(), false);
            return answer == null ? null : answer.status();
        } catch (IndexOutOfBoundsException e) {
            // Two changes of which the first took away what the second is about.
            return null;
        }
    }

    /** Cases for the statuses that none shows: with a few changes, or else as a case of another file is. */
    private void bringAbout(Set<Status> wanted, List<TriedCase> starts) {
        Map<TriedCase, List<CaseChange>> own = new LinkedHashMap<>();
        starts.forEach(s -> own.put(s, changes.of(s.read().root())));
        List<TriedCase> others = null;
        for (Status status : wanted) {
            if (statuses.contains(status)) {
                continue;
            }
            Draft draft = asking.isQuick()
                    ? Drafts.changedAgain(own, d -> status.name().equals(status(d)))
                    : null;
            if (draft == null) {
                others = others == null ? others() : others;
                draft = others.stream()
                        .map(c -> new Draft(c, List.of()))
                        .filter(d -> status.name().equals(status(d)))
                        .findFirst()
                        .orElse(null);
            }
            if (draft != null) {
                suggest(draft);
            }
        }
    }

    private List<TriedCase> others() {
        List<TriedCase> others = new ArrayList<>();
        for (CaseFile file : folder.files(f -> f.contains("/" + rule.decision() + "/"))) {
            for (TestCase each : file.cases()) {
                TriedCase tried = each.ruleSet() == rules.ruleSet() ? tried(file, each) : null;
                if (tried != null) {
                    others.add(tried);
                }
            }
        }
        return others;
    }

    private void suggest(Draft draft) {
        Answer answer = asking.of(draft.root(), draft.of(), true);
        if (answer == null || !seen.add(draft.root(), draft.of())) {
            return;
        }
        String likeOfFile = draft.like().file().rule() != null
                        && rule.id().equals(draft.like().file().rule())
                ? String.valueOf(draft.like().testCase().written().likeOfFile())
                : "";
        String given = draft.given(rule, likeOfFile);
        TriedCase read = written(given + Draft.expected(answer, draft.of()));
        if (read != null) {
            String said = decided(read, answer);
            suggested.add(
                    new SuggestedCase(draft.words(rule), answer.status(), draft.of(), answer.missing(), said, given));
            if (!answer.status().equals(Expectation.NO_FINDING)) {
                statuses.add(Status.valueOf(answer.status()));
            }
        }
    }

    /** What the service says of the case: a suggestion that would not come out so is our fault. */
    private String decided(TriedCase read, Answer answer) {
        TestCase testCase = read.testCase();
        try {
            Observed observed = Observed.of(
                    service.decide(read.file().decision(), testCase.caseJson(), false)
                            .decision(),
                    CaseRunner.parts(read.file(), testCase, rules),
                    rules.ruleSet());
            if (!Comparing.differences(testCase.expectation(), observed, rule.id())
                    .isEmpty()) {
                throw new Defect("a suggested case of " + rule.id() + " comes out otherwise when it is decided");
            }
            return observed.of(rule.id(), testCase.expectation().of()).stream()
                    .findFirst()
                    .map(s -> rule.conclusion().verb().isRollUp()
                            ? rollUp(s)
                            : s.why().get(0))
                    .orElse("The rule is not in force, and says nothing.");
        } catch (CaseRefused | NoSuchDecision e) {
            throw new Defect("a suggested case of " + rule.id() + " is refused", e);
        }
    }

    private static String rollUp(Sighting sighting) {
        String status = Expectation.words(sighting.status().name());
        return Character.toUpperCase(status.charAt(0)) + status.substring(1) + ": "
                + sighting.why().get(0);
    }
}
