package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.service.DecisionService;
import org.hqccp.testcase.SmallPolicy;
import org.junit.jupiter.api.Test;

/** All callers share the few threads that decide: nobody may keep one, and no place is lost. */
class ManyCallersTest {
    private static final String BIG = "/v1/decisions/pathway-eligibility";
    /** Many more than there are threads that decide. */
    private static final int SLOW = 8 * Runtime.getRuntime().availableProcessors();

    @Test
    void whoNeverReadsTheAnswerHoldsUpNoOther() throws Exception {
        try (TestServer server = RealRules.serve()) {
            String example = manyPrograms(server.get(BIG + "/example").body());
            String request = "POST " + BIG + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + example.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + example;
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < SLOW; i++) {
                    Socket socket = new Socket();
                    slow.add(socket);
                    socket.setReceiveBufferSize(2_048);
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                    OutputStream out = socket.getOutputStream();
                    out.write(request.repeat(4).getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
                for (int i = 0; i < 3; i++) {
                    assertThat(server.post(BIG, example, "Content-Type", "application/json")
                                    .status())
                            .isEqualTo(200);
                }
                assertThat(server.get("/livez").status()).isEqualTo(200);
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    /** Many programs, so that a few answers fit into no usual buffer of a system. */
    private static String manyPrograms(String example) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = (ObjectNode) mapper.readTree(example);
        JsonNode program = json.withArray("programs").get(0);
        for (int i = 0; i < 50; i++) {
            ObjectNode copy = program.deepCopy();
            json.withArray("programs").add(copy.put("id", "copy-" + i));
        }
        return json.toString();
    }

    /** With one place alone: were it lost once, the next request would be refused as one too many. */
    @Test
    void whateverBecomesOfARequestItsPlaceIsFreeAgain() throws Exception {
        DecisionService service = new DecisionService(TestServer.rules(SmallPolicy.RULES), SmallPolicy.CLOCK);
        Settings settings =
                TestServer.settings(TestServer.PATIENT.with(Limit.DECISIONS, 1).with(Limit.DEADLINE_MS, 300), null);
        try (TestServer server = TestServer.start(settings, (decision, body, changes) -> {
            String text = new String(body, StandardCharsets.UTF_8);
            if (text.contains("error")) {
                throw new StackOverflowError();
            } else if (text.contains("fault")) {
                throw new IllegalStateException();
            } else if (text.contains("slow")) {
                sleep();
            }
            return service.decide(decision, body, changes);
        })) {
            server.decide(TestServer.CASE.replace("concert", "error")).problem(ProblemType.INCIDENT);
            decidedAgain(server);
            server.decide(TestServer.CASE.replace("concert", "fault")).problem(ProblemType.INCIDENT);
            decidedAgain(server);
            server.decide(TestServer.CASE.replace("asOf", "asof")).problem(ProblemType.INVALID_CASE);
            decidedAgain(server);
            server.post("/v1/decisions/none", TestServer.CASE, "Content-Type", "application/json")
                    .problem(ProblemType.NO_SUCH_DECISION);
            decidedAgain(server);
            server.decide(TestServer.CASE.replace("concert", "slow")).problem(ProblemType.DEADLINE);
            decidedAgain(server);
            try (Socket gone = server.connect()) {
                gone.getOutputStream()
                        .write(("POST " + TestServer.DECIDE + " HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: "
                                        + TestServer.CASE.length() + "\r\n\r\n" + TestServer.CASE)
                                .getBytes(StandardCharsets.UTF_8));
            }
            decidedAgain(server);
        }
    }

    /** At once, or once the one before has ended. */
    private static void decidedAgain(TestServer server) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        Answer answer = server.decide(TestServer.CASE);
        while (answer.status() == 503 && System.nanoTime() < until) {
            sleep();
            answer = server.decide(TestServer.CASE);
        }
        assertThat(answer.status()).isEqualTo(200);
    }

    private static void sleep() {
        try {
            Thread.sleep(600);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
