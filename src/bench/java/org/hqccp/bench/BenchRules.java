package org.hqccp.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.hqccp.decision.Decision;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.explanation.Explainer;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.DecisionService;
import org.hqccp.service.LiveRules;
import org.hqccp.service.NoSuchDecision;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;

/**
 * The rules of this project, loaded, as the benchmarks use them.
 *
 * @param service the service that decides under them
 */
record BenchRules(DecisionService service) {
    static final String DECISION = "pathway-eligibility";
    static final Path FOLDER = Path.of("rules");

    static BenchRules load() {
        try {
            return new BenchRules(new DecisionService(LiveRules.load(FOLDER, Clock.systemUTC()), Clock.systemUTC()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RulesRefused e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    FactsDictionary dictionary() {
        return service.rules().current().ruleSet().dictionary();
    }

    DecisionProgram program() {
        return of(service.rules().current().programs().get(DECISION));
    }

    Explainer explainer() {
        return of(service.rules().current().explainers().get(DECISION));
    }

    static <T> T of(@Nullable T found) {
        if (found == null) {
            throw new IllegalStateException("there is no " + DECISION);
        }
        return found;
    }

    Decision decide(byte[] json) {
        try {
            return service.decide(DECISION, json, false).decision();
        } catch (CaseRefused e) {
            throw new IllegalStateException(e.problems().toString(), e);
        } catch (NoSuchDecision e) {
            throw new IllegalStateException(e);
        }
    }
}
