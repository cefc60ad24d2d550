package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.rulelanguage.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call, and what each may do. */
class TokensTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,role                            | 1 HEADER",
                "name,role,sha256                     | 1 EMPTY",
                "name,role,sha256;portal,application  | 2 COLUMNS",
                "name,role,sha256;,application,HASH   | 2 NAME",
                "name,role,sha256;p/q,application,HASH| 2 NAME",
                "name,role,sha256;p,owner,HASH        | 2 ROLE",
                "name,role,sha256;p,auditor,12ab      | 2 HASH",
                "name,role,sha256;p,auditor,HASH;# note;p,auditor,HASH | 4 DUPLICATE"
            })
    void aMistakeInTheFileIsToldWithItsLine(String text, String expected) throws IOException {
        List<Problem> problems = new ArrayList<>();
        read(text.replace(';', '\n').replace("HASH", HASH), problems);

        assertThat(problems).extracting(p -> p.line() + " " + p.code()).containsExactly(expected);
    }

    @Test
    void everyRouteIsKeptForThoseWhoMayUseIt() throws Exception {
        Tokens.Issued application = Tokens.issue("portal", Role.APPLICATION, new SecureRandom());
        Tokens.Issued auditor = Tokens.issue("audit", Role.AUDITOR, new SecureRandom());
        Tokens tokens = read(
                Tokens.HEADER + "\n" + application.holder().line() + "\n"
                        + auditor.holder().line(),
                new ArrayList<>());
        try (TestServer server = TestServer.start(TestServer.settings(TestServer.PATIENT, tokens))) {
            for (String bad : List.of(
                    "",
                    "Bearer",
                    "Bearer ",
                    "Bearer nonsense",
                    "Basic " + application.token(),
                    "Bearer " + application.token() + "x",
                    "Bearer " + application.holder().sha256())) {
                assertThat(decide(server, bad)).as(bad).isEqualTo(401);
                assertThat(get(server, "/v1/decisions", bad)).as(bad).isEqualTo(401);
                assertThat(get(server, "/livez", bad)).as(bad).isEqualTo(200);
                assertThat(get(server, "/readyz", bad)).as(bad).isEqualTo(200);
            }
            assertThat(decide(server, "Bearer " + application.token())).isEqualTo(200);
            assertThat(decide(server, "bearer " + application.token())).isEqualTo(200);
            assertThat(get(server, "/v1/decisions", "Bearer " + application.token()))
                    .isEqualTo(200);
            assertThat(decide(server, "Bearer " + auditor.token())).isEqualTo(403);
            assertThat(get(server, "/v1/decisions", "Bearer " + auditor.token()))
                    .isEqualTo(200);
        }
    }

    @Test
    void theRefusalNamesTheSchemeAndEchoesNothing() throws Exception {
        Tokens tokens = read(Tokens.HEADER + "\np,auditor," + HASH, new ArrayList<>());
        try (CapturedLog log = new CapturedLog();
                TestServer server = TestServer.start(TestServer.settings(TestServer.PATIENT, tokens))) {
            Answer answer = server.get("/v1/decisions", "Authorization", "Bearer canary-61");

            answer.problem(ProblemType.NO_TOKEN);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
            assertThat(answer.body() + log.text()).doesNotContain("canary");
        }
    }

    @Test
    void withTokensAnyNameOfTheServiceIsAnswered() throws Exception {
        Tokens tokens = read(Tokens.HEADER + "\np,auditor," + HASH, new ArrayList<>());
        try (TestServer server = TestServer.start(TestServer.settings(TestServer.PATIENT, tokens))) {
            assertThat(Answer.parse(server.raw("GET /livez HTTP/1.1\r\nHost: decisions.example\r\n\r\n"))
                            .status())
                    .isEqualTo(200);
        }
    }

    private Tokens read(String text, List<Problem> problems) throws IOException {
        Path file = folder.resolve("tokens.csv");
        Files.writeString(file, text);
        return Tokens.read(file, problems);
    }

    private static int decide(TestServer server, String authorization) throws Exception {
        return server.post(
                        TestServer.DECIDE,
                        TestServer.CASE,
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        authorization)
                .status();
    }

    private static int get(TestServer server, String path, String authorization) throws Exception {
        return server.get(path, "Authorization", authorization).status();
    }
}
