package org.hqccp.http;

import java.nio.file.Path;
import org.hqccp.service.LiveRules;

/** The project's own rules, loaded once for all tests that need them. */
final class RealRules {
    private static final LiveRules LIVE = TestServer.rules(Path.of("rules"));

    private RealRules() {}

    /** Serves them and records; a connection may be silent for as long as a busy machine needs. */
    static TestServer serve() {
        try {
            return TestServer.recording(TestServer.limited(Limit.IDLE_MS, 60_000), LIVE, TestServer.log());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
