package org.hqccp.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;

/** Looks at many cases on several processors, holding only a few at a time, whatever their number. */
public final class ImpactRun implements AutoCloseable {
    private static final int AT_ONCE = 128;

    private final RuleSet after;
    private final CaseComparison comparison;
    private final ExecutorService workers;
    private final Semaphore room;
    private final List<Impact> parts = new ArrayList<>();
    private final List<Impact> idle = new ArrayList<>();
    private final List<Future<?>> underWay = new ArrayList<>();
    private List<CaseItem> batch = new ArrayList<>();

    /**
     * @param tests equity tests, for cases of a cohort
     * @param only the decision to look at; all that differ if empty
     * @param threads how many processors to use
     */
    public ImpactRun(
            RuleSetChange change,
            RuleSet before,
            RuleSet after,
            List<EquityTest> tests,
            Set<String> only,
            int threads) {
        this.after = after;
        Set<String> names = new TreeSet<>(change.affected());
        tests.forEach(t -> names.add(t.decision()));
        List<DecisionPair> pairs = new ArrayList<>();
        for (String name : names) {
            boolean there = isOwn(before, name) && isOwn(after, name);
            if (there && (only.isEmpty() || only.contains(name))) {
                pairs.add(new DecisionPair(name, before, after, change));
            }
        }
        this.comparison = new CaseComparison(before, after, pairs, tests, watched(after, pairs));
        this.workers = Executors.newFixedThreadPool(threads);
        this.room = new Semaphore(2 * threads);
        for (int i = 0; i < threads; i++) {
            idle.add(new Impact());
        }
        parts.addAll(idle);
    }

    private static boolean isOwn(RuleSet ruleSet, String name) {
        DecisionModel decision = ruleSet.decisions().get(name);
        return decision != null && decision.includes().isEmpty();
    }

    /** The facts of single things that the rules of these decisions read. */
    private static Set<String> watched(RuleSet ruleSet, List<DecisionPair> pairs) {
        Set<String> watched = new TreeSet<>();
        for (DecisionPair pair : pairs) {
            DecisionModel decision = ruleSet.decisions().get(pair.name());
            if (decision == null) {
                continue;
            }
            Reads reads = new Reads(ruleSet, decision);
            for (Rule rule : ruleSet.rulesOf(pair.name())) {
                reads.each(rule, expr -> {
                    if (expr instanceof Expr.FactValue v && !v.fact().derived()) {
                        Fact fact = v.fact();
                        watched.add(fact.path());
                    }
                });
            }
        }
        return watched;
    }

    /** Takes a case; waits while too many are under way. */
    public void add(CaseItem item) {
        batch.add(item);
        if (batch.size() >= AT_ONCE) {
            send();
        }
    }

    private void send() {
        List<CaseItem> items = batch;
        batch = new ArrayList<>(AT_ONCE);
        room.acquireUninterruptibly();
        for (Future<?> done : underWay.stream().filter(Future::isDone).toList()) {
            await(done);
            underWay.remove(done);
        }
        underWay.add(workers.submit(() -> {
            Impact impact = take();
            try {
                items.forEach(item -> comparison.look(item, impact));
            } finally {
                give(impact);
                room.release();
            }
        }));
    }

    private Impact take() {
        synchronized (idle) {
            return idle.remove(idle.size() - 1);
        }
    }

    private void give(Impact impact) {
        synchronized (idle) {
            idle.add(impact);
        }
    }

    /** All counts, when every case has been looked at. */
    public Impact finish() {
        send();
        underWay.forEach(ImpactRun::await);
        Impact whole = new Impact();
        parts.forEach(whole::add);
        whole.decisions().forEach((name, impact) -> {
            DecisionModel model = after.decisions().get(name);
            if (model != null) {
                impact.named(model.title(), model.outcomes());
            }
        });
        return whole;
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
