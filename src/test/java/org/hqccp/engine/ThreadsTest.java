package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.rulelanguage.Trips;
import org.junit.jupiter.api.Test;

/** A program is shared by all threads. */
class ThreadsTest {
    private static final int THREADS = 8;
    private static final int CASES = 200;

    @Test
    void manyThreadsDecideAsOneDoes() throws Exception {
        TripCase used = TripCase.of(Trips.files());
        List<String> alone = IntStream.range(0, 5).mapToObj(n -> all(used, n)).toList();
        // A new program, so that the threads are the first to ask it anything.
        TripCase shared = TripCase.of(Trips.files());
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            work.add(() -> {
                start.await();
                return IntStream.range(0, CASES)
                        .mapToObj(n -> all(shared, n % 5))
                        .toList();
            });
        }
        List<List<String>> results = new ArrayList<>();
        for (Future<List<String>> each : pool.invokeAll(work)) {
            results.add(each.get());
        }
        pool.shutdown();

        for (List<String> result : results) {
            for (int n = 0; n < CASES; n++) {
                assertThat(result.get(n)).isEqualTo(alone.get(n % 5));
            }
        }
    }

    /** Everything that can be asked of a program about one of five cases: results, every condition, every value, what is missing. */
    private static String all(TripCase trips, int number) {
        Entity root = trips.read("{'trips': [{'id': 'a', 'cost': " + (10 + 5 * number) + ", 'leaves': '2026-05-01',"
                + (number % 2 == 0 ? "'returns': '2026-05-01'," : "")
                + (number == 3 ? "" : "'helpers': [{'role': 'DRIVER'}, {'role': 'COOK'}],") + " 'open': true}]}");
        DecisionProgram program = trips.program();
        StringBuilder told = new StringBuilder();
        for (Standing standing : program.evaluate(root).standings()) {
            told.append(standing.outcome().code()).append(standing.rank());
            for (RuleResult result : standing.results()) {
                told.append(result.rule().id())
                        .append(result.status())
                        .append(program.missing().of(result));
            }
            for (Rule rule : trips.ruleSet().rules().values()) {
                if (rule.subject() == standing.found().type()) {
                    ask(rule.test(), program, standing.found(), told);
                } else if (rule.subject() == standing.subject().type()) {
                    ask(rule.test(), program, standing.subject(), told);
                }
            }
        }
        return told.toString();
    }

    private static void ask(Expr expr, DecisionProgram program, Entity subject, StringBuilder told) {
        Paths.walk(expr, part -> {
            boolean[] ofAnElement = {false};
            Paths.walk(
                    part,
                    p -> ofAnElement[0] |=
                            p instanceof Expr.FactValue v && v.path().equals(Expr.Path.ELEMENT));
            if (!ofAnElement[0] || part instanceof Expr.Exists) {
                told.append(program.value(part, subject, null)).append(';');
            }
        });
    }

    @Test
    void everythingThatCanBeAskedIsReadyBeforeTheFirstCase() {
        TripCase trips = TripCase.of(Trips.files());
        Entity trip = trips.read("{'trips': [{'id': 'a'}]}")
                .elements(trips.program().decision().subject())
                .get(0);

        for (DerivedFact fact : trips.ruleSet().derived()) {
            if (fact.owner() == trip.type()) {
                assertThat(trips.program().value(fact.is(), trip, null)).isNotNull();
            }
        }
    }
}
