package org.hqccp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting the service, and why it does not start. */
class ServeCommandTest {
    @TempDir
    Path data;

    @Test
    void itTellsWhereItIsDecidesAndRecordsTheCaseItOffersAndStopsWhenAsked() throws Exception {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.hqccp.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--rules",
                        SmallPolicy.RULES.toString(),
                        "--data",
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String greeting = until(service, "Ctrl-C stops it.\n");
            assertThat(greeting)
                    .contains(
                            "is ready: http://127.0.0.1:",
                            "5 rules for 1 decision",
                            "Every answer, before it is given");
            Matcher curl = Pattern.compile(
                            "curl -s (http\\S+) \\|\\s+curl -s -H '([^:]+): ([^']+)' --data-binary @- (http\\S+)")
                    .matcher(greeting);
            assertThat(curl.find()).as(greeting).isTrue();

            HttpClient client = HttpClient.newHttpClient();
            String example = client.send(
                            HttpRequest.newBuilder(URI.create(curl.group(1))).build(), BodyHandlers.ofString())
                    .body();
            var decided = client.send(
                    HttpRequest.newBuilder(URI.create(curl.group(4)))
                            .header(curl.group(2), curl.group(3))
                            .POST(HttpRequest.BodyPublishers.ofString(example))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(decided.statusCode()).isEqualTo(200);
            assertThat(decided.body()).contains("\"outcome\":\"ALLOWED\"", "\"recorded\":true");

            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(service.exitValue()).isZero();
        } finally {
            service.destroyForcibly();
        }
    }

    private static String until(Process process, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int next = process.getInputStream().read();
                next >= 0;
                next = process.getInputStream().read()) {
            read.append((char) next);
            if (read.toString().endsWith(end)) {
                break;
            }
        }
        return read.toString();
    }

    @Test
    void aPortThatIsTakenIsToldInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = serve("--port", String.valueOf(taken.getLocalPort()));

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err())
                    .contains("hqccp: port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used", "--port")
                    .doesNotContain("Exception", "incident");
        }
    }

    @Test
    void aDataFolderThatIsNoneIsToldWithWhatToDo() throws IOException {
        Files.writeString(data.resolve("holiday.jpg"), "x");

        CommandLineRun run = serve("--port", "0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("holiday.jpg", "Name an empty folder");
    }

    @Test
    void anotherAddressNeedsTokens() {
        CommandLineRun run = serve("--port", "0", "--host", "0.0.0.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("name a file of tokens with --tokens");
    }

    @Test
    void aFileOfTokensWithMistakesIsToldWithItsLines(@TempDir Path folder) throws IOException {
        Path tokens = folder.resolve("tokens.csv");
        Files.writeString(
                tokens, "name,role,sha256\nportal,aplication," + "a".repeat(64) + "\n", StandardCharsets.UTF_8);

        CommandLineRun run = serve("--port", "0", "--tokens", tokens.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("tokens.csv:2:1: there is no such role", "did you mean 'application'?");
    }

    @Test
    void aLimitIsRaisedOnPurposeOnly() {
        assertThat(serve("--port", "0", "--limit", "deadline-ms=9000").err()).contains("say --raise-limits");
        assertThat(serve("--port", "0", "--limit", "case-bytes=300000", "--raise-limits")
                        .err())
                .contains("cannot be above 262144");
        assertThat(serve("--port", "0", "--limit", "dedline-ms=9").err()).contains("did you mean 'deadline-ms'?");
        assertThat(serve("--port", "0", "--limit", "deadline-ms=0").err()).contains("cannot be 0");
    }

    private CommandLineRun serve(String... options) {
        List<String> args = new ArrayList<>(List.of("serve", "--data", data.toString()));
        args.addAll(List.of(options));
        return CommandLineRun.of(args.toArray(String[]::new));
    }
}
