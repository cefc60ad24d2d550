package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A batch that is sent packed. */
class PackedBatchTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPackedBatchIsUnpackedAsLongAsItIsInProportion() throws Exception {
        long seed = 20_260_302;
        Random random = new Random(seed);
        StringBuilder noise = new StringBuilder(BatchRouteTest.line("a"));
        while (noise.length() < 60_000) {
            noise.append(random.nextBoolean() ? ' ' : '\t');
        }

        assertThat(BatchRouteTest.lines(packed(gzip(noise + "\n" + BatchRouteTest.line("b")))))
                .extracting(BatchRouteTest::told)
                .as("seed %d", seed)
                .containsExactly("a ALLOWED", "b ALLOWED");
        packed(gzip(BatchRouteTest.line("a") + " ".repeat(200_000))).problem(ProblemType.TOO_LARGE);
        assertThat(BatchRouteTest.lines(packed(gzip(noise + "\n" + " ".repeat(5_000_000)))))
                .extracting(BatchRouteTest::told)
                .containsExactly("a ALLOWED", "/problems/too-large 2");
    }

    @Test
    void aPackedBatchThatBreaksOffIsToldInALastLine() throws Exception {
        byte[] whole = gzip(BatchRouteTest.line("a") + "\n" + BatchRouteTest.line("b"));

        Answer answer = packed(Arrays.copyOf(whole, whole.length - 9));

        assertThat(answer.body()).contains("/problems/bad-request");
    }

    private static Answer packed(byte[] body) throws Exception {
        return server.send(
                "POST",
                BatchRouteTest.BATCH,
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "application/x-ndjson",
                "Content-Encoding",
                "gzip");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
