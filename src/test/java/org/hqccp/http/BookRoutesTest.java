package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy book as the service shows it. */
class BookRoutesTest {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#:]+)(?:#[^\"]*)?\"");

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/book",
                "/book/",
                "/book/rules",
                "/book/rules.html",
                "/book/rules/EV-02",
                "/book/rules/EV-02/",
                "/book/rules/EV-02.html",
                "/rules/EV-02",
                "/rules/EV-02/"
            })
    void fromEveryAddressTheLinksLeadOn(String address) throws Exception {
        Answer page = server.get(address, "Accept", "text/html");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; ")
                .doesNotContain("script", "unsafe");
        assertThat(page.body()).contains("The policy book").doesNotContain("<script", " style=");
        Matcher link = LINK.matcher(page.body());
        int links = 0;
        while (link.find()) {
            String to = URI.create(address).resolve(link.group(1)).toString();
            assertThat(server.get(to).status()).as(address + " leads to " + to).isEqualTo(200);
            links++;
        }
        assertThat(links).isGreaterThan(10);
    }

    @Test
    void aPageIsSentOnceAndAgainAfterAnEdit(@TempDir Path folder) throws Exception {
        Path rules = SmallPolicy.copy(SmallPolicy.RULES, folder.resolve("rules"));
        Path file = rules.resolve("event-permit/safety/EV-02-supervised.drl");
        try (TestServer edited = TestServer.start(TestServer.SETTINGS, TestServer.rules(rules))) {
            Answer first = edited.get("/rules/EV-02");
            String tag = first.header("ETag");
            Answer again = edited.get("/rules/EV-02", "If-None-Match", "\"x\", W/" + tag);
            assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);

            Files.writeString(file, Files.readString(file).replace("is in the room", "is with the guests"));
            Answer now = edited.get("/rules/EV-02", "If-None-Match", tag);
            for (int i = 0; i < 600 && now.status() == 304; i++) {
                Thread.sleep(50);
                now = edited.get("/rules/EV-02", "If-None-Match", tag);
            }
            assertThat(now.status()).isEqualTo(200);
            assertThat(now.body()).contains("is with the guests");
        }
    }

    @Test
    void aPageThatIsNotThereIsToldWithWhatWasMeant() throws Exception {
        assertThat(server.get("/book/rules/EV-0")
                        .problem(ProblemType.NO_SUCH_ROUTE)
                        .toString())
                .contains("did you mean 'rules/EV-0");
        server.get("/rules/..%2f..%2fx").problem(ProblemType.BAD_REQUEST);
        server.get("/book/book.css/x").problem(ProblemType.NO_SUCH_ROUTE);
        assertThat(server.get("/book/book.css").header("Content-Type")).isEqualTo("text/css;charset=utf-8");
    }
}
