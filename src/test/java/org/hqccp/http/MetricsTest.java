package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is counted, and what is never in it. */
class MetricsTest {

    @Test
    void requestsDecisionsAndRefusalsAreCountedByNamesThatNobodyOutsideCanChoose() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.decide(TestServer.CASE);
            server.decide(TestServer.CASE.replace("concert", "canary-71"));
            server.decide("{\"caseId\":\"canary-72\",\"asOf\":\"2026-03-02\",\"canary73\":1}");
            server.get("/canary-74");
            server.post("/v1/decisions/canary-75", TestServer.CASE, "Content-Type", "application/json");
            server.get("/v1/rules/canary-76");
            server.raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
            server.raw("CANARY-77 /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");

            Answer metrics = server.get("/metrics");

            assertThat(metrics.header("Content-Type")).startsWith("text/plain");
            assertThat(metrics.body())
                    .doesNotContainIgnoringCase("canary")
                    .contains(
                            "hqccp_requests_total{route=\"POST /v1/decisions/{decision}\",status=\"200\"} 2.0",
                            "hqccp_requests_total{route=\"POST /v1/decisions/{decision}\",status=\"422\"} 1.0",
                            "hqccp_requests_total{route=\"POST /v1/decisions/{decision}\",status=\"404\"} 1.0",
                            "hqccp_requests_total{route=\"none\",status=\"404\"} 1.0",
                            "hqccp_requests_total{route=\"none\",status=\"400\"} 1.0",
                            "hqccp_requests_total{route=\"none\",status=\"405\"} 1.0",
                            "hqccp_request_seconds_bucket{route=\"POST /v1/decisions/{decision}\",le=\"+Inf\"} 4",
                            "hqccp_decisions_total{decision=\"event-permit\",outcome=\"ALLOWED\"} 2.0",
                            "hqccp_refused_cases_total{code=\"unknown-field\"} 1.0",
                            "hqccp_rule_set_info{version=\""
                                    + server.rules.current().ruleSet().version() + "\"} 1.0",
                            "hqccp_rule_set_edit_refused 0.0",
                            "hqccp_memory_used_bytes{area=\"heap\"}");
        }
    }
}
