package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page to try the service, as a browser shows it. */
class DocsPageBrowserTest {
    /** What stands on a page that could not read its document. */
    private static final List<String> ERRORS = List.of("Resolver error", "Errors</h4>", "Failed to load", "ERR_");

    @TempDir
    private Path profile;

    @Test
    void anOperationIsShownWithItsExampleAndWithoutErrors() throws Exception {
        Browser browser = Browser.orSkip("the docs page", profile);
        try (TestServer server = RealRules.serve()) {
            String page = browser.shown("http://127.0.0.1:" + server.port() + "/docs#/Decisions/decide");

            assertThat(page)
                    .contains("HQCCP Decision Service", "Decide one case", "Try it out")
                    .contains("daysMembership", "Idempotency-Key")
                    .doesNotContain(ERRORS.toArray(new String[0]));
        }
    }
}
