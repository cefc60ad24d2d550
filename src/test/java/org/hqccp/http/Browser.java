package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser, without a window. */
public final class Browser {
    private final Path chromium;
    private final Path folder;

    private Browser(Path chromium, Path folder) {
        this.chromium = chromium;
        this.folder = folder;
    }

    /** The browser of this machine; without one the test is skipped and says so, but for where all gates are run. */
    public static Browser orSkip(String lookedAt, Path folder) {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(
                chromium != null || Boolean.getBoolean("hqccp.ci"),
                "SKIPPED: there is no chromium here, so " + lookedAt + " was not looked at in a browser");
        assertThat(chromium).as("chromium").isNotNull();
        return new Browser(chromium, folder);
    }

    /** The page at an address, once its scripts have run. */
    public String shown(String address) throws Exception {
        Path out = folder.resolve("page.html");
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=30000",
                        "--dump-dom",
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
