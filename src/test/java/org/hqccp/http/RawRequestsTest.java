package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests no client library would send. */
class RawRequestsTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String LIVE = "GET /livez HTTP/1.1\r\n" + HOST + "\r\n";
    private static final String BEGUN = "POST " + TestServer.DECIDE + " HTTP/1.1\r\n" + HOST
            + "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n";
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
                "GET /v1/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/decisions/a%2Fb/example HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/decisions/%ff/example HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /v1/decisions/%00/example HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://elsewhere/livez HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /livez HTTP/1.1\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: localhost:99999999\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: localhost\r\nX-A : b\r\n\r\n",
                "GET /livez HTTP/1.1\r\nHost: localhost\r\nX-A: b\r\n c\r\n\r\n",
                "GET /livez HTTP/3.0\r\nHost: localhost\r\n\r\n",
                "GET /livez\r\n",
                "CONNECT a:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\r\n\r\n",
                "POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: miracles\r\n\r\n{}",
                "POST /livez HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
            })
    void aRequestThatIsNotWellFormedIsRefused(String request) throws IOException {
        Answer.parse(server.raw(request)).problem(ProblemType.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}", "2\r\n{}0\r\n\r\n", ""})
    void aBodyInBrokenChunksIsRefused(String chunks) throws IOException {
        Answer answer = Answer.parse(server.raw("POST " + TestServer.DECIDE + " HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));

        answer.problem(ProblemType.BAD_REQUEST);
    }

    @Test
    void headersAreTakenUpToTheirLimit() throws IOException {
        int most = (int) Limit.HEADER_BYTES.standard();
        String start = "GET /livez HTTP/1.1\r\n" + HOST + "Connection: close\r\nX-Long: ";
        String end = "\r\n\r\n";
        String filling = "a".repeat(most - start.length() - end.length());

        assertThat(Answer.parse(server.raw(start + filling + end)).status()).isEqualTo(200);
        Answer.parse(server.raw(start + filling + "a" + end)).problem(ProblemType.HEADERS_TOO_LARGE);
    }

    @Test
    void anAddressLongerThanAllHeadersIsRefused() throws IOException {
        Answer.parse(server.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"))
                .problem(ProblemType.URI_TOO_LONG);
    }

    @Test
    void httpOneZeroIsAnswered() throws IOException {
        assertThat(server.raw("GET /livez HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"live\":true}");
    }

    @Test
    void aBadRequestBehindAGoodOneLeavesTheGoodAnswerAlone() throws IOException {
        try (Socket socket = server.connect()) {
            socket.setSoTimeout(5_000);
            write(socket, LIVE + "NONSENSE\r\n\r\n" + LIVE);
            String answers = TestServer.read(socket);

            assertThat(answers).startsWith("HTTP/1.1 200 ").containsOnlyOnce("{\"live\":true}");
            Answer.parse(answers.substring(answers.indexOf("HTTP/1.1 400"))).problem(ProblemType.BAD_REQUEST);
        }
    }

    @Test
    void requestsSentTogetherAreAnsweredInOrder() throws IOException {
        String answers = server.raw(LIVE + "GET /nothing HTTP/1.1\r\n" + HOST + "\r\n" + LIVE);

        assertThat(answers.replaceAll("(?s)HTTP/1.1 (\\d+).*?(?=HTTP/1.1|$)", "$1 "))
                .isEqualTo("200 404 200 ");
    }

    @Test
    void webSocketsAreNotSpoken() throws IOException {
        Answer answer = Answer.parse(
                server.raw(
                        "GET /v1/live HTTP/1.1\r\n" + HOST + "Connection: Upgrade\r\n"
                                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));

        answer.problem(ProblemType.NO_SUCH_ROUTE);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aBodyThatStopsComingIsRefused() throws IOException {
        try (TestServer quick = TestServer.start(TestServer.limited(Limit.IDLE_MS, 300));
                Socket socket = quick.connect()) {
            socket.setSoTimeout(5_000);
            write(socket, BEGUN + "{");

            Answer.parse(TestServer.read(socket)).problem(ProblemType.REQUEST_TIMEOUT);
        }
    }

    @Test
    void aBodyThatDripsIsRefused() throws Exception {
        try (TestServer quick = TestServer.start(TestServer.limited(Limit.UPLOAD_MS, 200));
                Socket socket = quick.connect()) {
            socket.setSoTimeout(5_000);
            write(socket, BEGUN);
            for (int drop = 0; drop < 20 && socket.getInputStream().available() == 0; drop++) {
                write(socket, " ");
                Thread.sleep(50);
            }

            Answer.parse(TestServer.read(socket)).problem(ProblemType.REQUEST_TIMEOUT);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void aSilentConnectionIsClosed() throws IOException {
        try (TestServer quick = TestServer.start(TestServer.limited(Limit.IDLE_MS, 300));
                Socket socket = quick.connect()) {
            socket.setSoTimeout(5_000);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
