package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without tokens, pages of other sites stay outside. */
class GuardTest {
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
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080"})
    void aNameOfThisMachineIsAnswered(String host) throws IOException {
        assertThat(Answer.parse(server.raw("GET /livez HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "192.168.0.7", "0.0.0.0"
            })
    void anotherNameIsRefused(String host) throws IOException {
        Answer.parse(server.raw("GET /livez HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                .problem(ProblemType.FOREIGN_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "https://localhost"})
    void aPageOfAnotherSiteIsRefused(String origin) throws IOException {
        Answer.parse(server.raw("POST " + TestServer.DECIDE + " HTTP/1.1\r\nHost: localhost\r\nOrigin: " + origin
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
                .problem(ProblemType.FOREIGN_REQUEST);
    }

    @Test
    void aPageOfTheServiceItselfIsAnswered() throws IOException {
        String host = "localhost:" + server.port();

        assertThat(Answer.parse(server.raw(
                                "GET /livez HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host + "\r\n\r\n"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutTokensNoOtherAddressIsServed() {
        assertThat(catchThrowableOfType(
                                CannotStart.class,
                                () -> DecisionServer.start(
                                        new Settings("0.0.0.0", 0, Limits.STANDARD, null, Settings.LOOK_EVERY),
                                        server.rules,
                                        null,
                                        null))
                        .message())
                .contains("--tokens");
    }
}
