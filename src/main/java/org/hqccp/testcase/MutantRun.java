package org.hqccp.testcase;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.LoadedRules;
import org.jspecify.annotations.Nullable;

/** Changes the rules a little, again and again, and sees whether a test case notices. Not for several threads. */
public final class MutantRun {
    private final LoadedRules loaded;
    private final Map<RuleSet, LoadedRules> written = new IdentityHashMap<>();
    private final List<TriedCase> cases = new ArrayList<>();

    /**
     * A run over some cases.
     *
     * @param loaded the rules the cases were read against
     */
    public MutantRun(LoadedRules loaded, CaseFolder folder) {
        this.loaded = loaded;
        for (CaseFile file : folder.files()) {
            for (TestCase each : file.cases()) {
                TriedCase tried = tried(file, each);
                if (tried != null) {
                    cases.add(tried);
                }
            }
        }
    }

    private @Nullable TriedCase tried(CaseFile file, TestCase testCase) {
        RuleSet own = testCase.ruleSet();
        try {
            CaseReader.Case read = CaseReader.read(testCase.caseJson(), own.dictionary());
            return new TriedCase(file, testCase, read, written(own));
        } catch (CaseRefused e) {
            // A plain run tells so: such a case can notice nothing.
            return null;
        }
    }

    private LoadedRules written(RuleSet own) {
        return written.computeIfAbsent(
                own, set -> loaded.tried(set, set.decisions().keySet()));
    }

    /**
     * The mutants to try.
     *
     * @param rule the rule whose mutants are wanted, with those of the facts and parameters it reads; none for all
     */
    public List<Mutant> mutants(@Nullable String rule) {
        return Mutations.of(loaded.ruleSet(), rule);
    }

    /** Tries one mutant. */
    public MutantResult run(Mutant mutant) {
        if (mutant.same() != null) {
            return new MutantResult(mutant, null, null, null);
        }
        MutantTrial trial = new MutantTrial(mutant);
        for (TriedCase each : cases) {
            if (isOf(each, mutant) && trial.seesAnotherStatus(each)) {
                return MutantResult.noticed(mutant, place(each));
            }
        }
        for (TriedCase each : inOrder(mutant)) {
            if (trial.fails(each)) {
                return MutantResult.noticed(mutant, place(each));
            }
        }
        Telling.Told told = new Telling(written(loaded.ruleSet()), mutant, cases).find(mutant.rules());
        return told == null
                ? new MutantResult(mutant, null, null, null)
                : new MutantResult(mutant, null, told.file(), told.yaml());
    }

    private static String place(TriedCase by) {
        return by.file().file() + ":" + by.testCase().line();
    }

    /** The cases of the rules that read what is changed come first: one of them is most likely to notice. */
    private Set<TriedCase> inOrder(Mutant mutant) {
        Set<TriedCase> ordered = new LinkedHashSet<>();
        cases.stream().filter(c -> isOf(c, mutant)).forEach(ordered::add);
        cases.stream()
                .filter(c -> c.decisions().stream().anyMatch(mutant.decisions()::contains))
                .forEach(ordered::add);
        return ordered;
    }

    private static boolean isOf(TriedCase tried, Mutant mutant) {
        String rule = tried.file().rule();
        return rule != null && mutant.rules().contains(rule);
    }
}
