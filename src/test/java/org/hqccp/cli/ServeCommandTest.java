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
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting the service, and why it does not start. */
class ServeCommandTest {
    @TempDir
    Path data;

    @Test
    void itTellsWhereItIsDecidesAndRecordsTheCaseItOffersAndStopsWhenAsked() throws Exception {
        try (ServedProcess service = ServedProcess.start(data, ProcessBuilder.Redirect.DISCARD)) {
            String greeting = service.greeting();
            assertThat(greeting)
                    .contains(
                            "is ready: http://127.0.0.1:",
                            "5 rules for 1 decision",
                            "Every answer, before it is given");
            Matcher curl = HelpExamplesIT.CURL.matcher(greeting);
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

            service.process().destroy();
            assertThat(service.exitCode()).isZero();
        }
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
