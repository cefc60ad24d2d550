package org.hqccp.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hqccp.bench.handwritten.PathwayEligibility;
import org.hqccp.bench.handwritten.ProgramAnswer;
import org.hqccp.decision.Decision;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Evaluation;
import org.hqccp.explanation.Explainer;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.DecisionWriter;
import org.hqccp.json.FindingTexts;
import org.hqccp.json.Written;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One student and six programs: the hand-written decision, and the service's, step by step. The engine gets a copy of the case each time,
 * because it keeps what it worked out on it; the copying is counted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    private final LocalDate asOf = LocalDate.of(2026, 9, 15);
    private final FindingTexts texts = new FindingTexts();
    private byte[] json = new byte[0];
    private FactsDictionary dictionary = new FactsDictionary();
    private PathwayEligibility byHand;
    private Entity facts;
    private DecisionProgram program;
    private Explainer explainer;
    private Evaluation evaluated;
    private Decision decided;

    /** Loads the rules; nothing is timed before the two decisions agree on hundreds of cases. */
    @Setup
    public void load() {
        BenchRules rules = BenchRules.load();
        List<String> differences = Agreement.differences(rules);
        if (!differences.isEmpty()) {
            throw new IllegalStateException("the two decisions differ: " + differences);
        }
        json = Cases.sixPrograms();
        dictionary = rules.dictionary();
        facts = Cases.read(json, dictionary);
        byHand = PathwayEligibility.of(facts);
        program = rules.program();
        explainer = rules.explainer();
        evaluated = program.evaluate(facts.copy());
        decided = explainer.explain(evaluated, "case", asOf);
    }

    /** The baseline: statuses, observed and required values, outcomes and ranks. */
    @Benchmark
    public List<ProgramAnswer> byHand() {
        return byHand.decide();
    }

    /** Both evaluators, held against each other. */
    @Benchmark
    public Evaluation evaluate() {
        return program.evaluate(facts.copy());
    }

    /** The same, and every finding with observed and required values, sentences, questions and options. */
    @Benchmark
    public Decision decide() {
        return explainer.explain(program.evaluate(facts.copy()), "case", asOf);
    }

    /** From the case's bytes to the answer's. */
    @Benchmark
    public int answer() throws CaseRefused {
        CaseReader.Case read = CaseReader.read(json, dictionary);
        Decision decision = explainer.explain(program.evaluate(read.root()), read.caseId(), asOf);
        return answered(decision);
    }

    /** Reading the case alone. */
    @Benchmark
    public CaseReader.Case parse() throws CaseRefused {
        return CaseReader.read(json, dictionary);
    }

    /** Explaining alone. */
    @Benchmark
    public Decision explain() {
        return explainer.explain(evaluated, "case", asOf);
    }

    private int answered(Decision decision) {
        try (Written answer = DecisionWriter.written(decision, texts).answer("id", "now", null)) {
            return answer.length();
        }
    }

    /** Writing alone. */
    @Benchmark
    public int write() {
        return answered(decided);
    }
}
