package org.hqccp.http;

import java.nio.file.Path;
import org.hqccp.service.LiveRules;

/** The project's own rules, loaded once for all tests that need them. */
final class RealRules {
    private static final LiveRules LIVE = TestServer.rules(Path.of("rules"));

    private RealRules() {}

    /** Serves them; a connection may be silent for as long as a busy machine needs. */
    static TestServer serve() {
        return TestServer.start(TestServer.limited(Limit.IDLE_MS, 60_000), LIVE);
    }
}
