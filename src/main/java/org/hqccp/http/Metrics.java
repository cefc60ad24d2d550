package org.hqccp.http;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.function.Consumer;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.CaseRefused;
import org.hqccp.service.Decided;
import org.hqccp.service.LiveRules;
import org.hqccp.service.RulesWatch;

/**
 * What is counted. Labels hold names of routes, decisions, outcomes and codes only: never anything of a case, and nothing a caller can
 * choose.
 */
final class Metrics implements RulesWatch.Listener {
    /** The form of the page. */
    static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final double[] SECONDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = counter("hqccp_requests", "Requests answered.", "route", "status");
    private final Counter decisions = counter("hqccp_decisions", "Cases decided.", "decision", "outcome");
    private final Counter refusedCases =
            counter("hqccp_refused_cases", "Refused cases, by each code found in them.", "code");
    private final Counter reloads = counter("hqccp_rule_set_reloads", "Edits of the rules that were taken.");
    private final Counter refusedEdits =
            counter("hqccp_rule_set_refused_edits", "Edits of the rules that were not taken.");
    private final Histogram seconds = Histogram.builder()
            .name("hqccp_request_seconds")
            .help("Time from the headers of a request to the end of its answer.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);

    Metrics(LiveRules rules) {
        gauge(
                "hqccp_rule_set_info",
                "The rule set in force, by version.",
                new String[] {"version"},
                value -> value.call(1, rules.current().ruleSet().version()));
        gauge(
                "hqccp_rule_set_loaded_seconds",
                "When the rule set was loaded, in seconds since 1970.",
                new String[0],
                value -> value.call(rules.current().loadedAt().getEpochSecond()));
        gauge(
                "hqccp_rule_set_edit_refused",
                "1 while an edit of the rules waits to be mended.",
                new String[0],
                value -> value.call(rules.refused() == null ? 0 : 1));
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        gauge("hqccp_memory_used_bytes", "Memory of the Java process in use.", new String[] {"area"}, value -> {
            MemoryUsage heap = memory.getHeapMemoryUsage();
            value.call(heap.getUsed(), "heap");
            value.call(memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
        });
        gauge(
                "hqccp_memory_max_bytes",
                "The most the heap may take.",
                new String[0],
                value -> value.call(memory.getHeapMemoryUsage().getMax()));
    }

    private Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    private void gauge(String name, String help, String[] labels, Consumer<GaugeWithCallback.Callback> callback) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(callback)
                .register(registry);
    }

    void answered(String route, int status, double tookSeconds) {
        requests.labelValues(route, String.valueOf(status)).inc();
        seconds.labelValues(route).observe(tookSeconds);
    }

    /** Counts a request that found no route because the HTTP server refused it. */
    void refusedEarly(int status) {
        requests.labelValues(Routes.NONE, String.valueOf(status)).inc();
    }

    /** A decider that counts what it decides and refuses. */
    Decider counting(Decider decider) {
        return (decision, caseJson, changes) -> {
            try {
                Decided decided = decider.decide(decision, caseJson, changes);
                decisions
                        .labelValues(
                                decided.decision().name(), decided.decision().outcome())
                        .inc();
                return decided;
            } catch (CaseRefused e) {
                e.problems().stream()
                        .map(CaseProblem::code)
                        .distinct()
                        .forEach(code -> refusedCases.labelValues(code).inc());
                throw e;
            }
        };
    }

    @Override
    public void reloaded() {
        reloads.inc();
    }

    @Override
    public void refused() {
        refusedEdits.inc();
    }

    /** The page that is scraped. */
    byte[] page() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(page, registry.scrape(), EscapingScheme.DEFAULT);
        return page.toByteArray();
    }
}
