package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        // Where all gates are run, chromium has to be there.
        assumeTrue(
                chromium != null || Boolean.getBoolean("hqccp.ci"),
                "SKIPPED: there is no chromium here, so the docs page was not looked at in a browser");
        assertThat(chromium).as("chromium").isNotNull();
        try (TestServer server = RealRules.serve()) {
            String page = shown(chromium, "http://127.0.0.1:" + server.port() + "/docs#/Decisions/decide");

            assertThat(page)
                    .contains("HQCCP Decision Service", "Decide one case", "Try it out")
                    .contains("daysMembership", "Idempotency-Key")
                    .doesNotContain(ERRORS.toArray(new String[0]));
        }
    }

    private String shown(Path chromium, String address) throws Exception {
        Path out = profile.resolve("page.html");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile.resolve("profile"),
                        "--virtual-time-budget=30000",
                        "--dump-dom",
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
