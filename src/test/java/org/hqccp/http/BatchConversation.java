package org.hqccp.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A batch that is sent and read at the same time. */
final class BatchConversation implements AutoCloseable {
    /** Makes many lines more than what the network keeps on its way. */
    private static final String PADDING = " ".repeat(2_000);

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;
    private boolean headersRead;

    BatchConversation(TestServer server) throws IOException {
        socket = server.connect();
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out.write(("POST " + BatchRouteTest.BATCH
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    void send(String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    void sendAll(int lines, AtomicInteger sent) {
        try {
            for (int i = 0; i < lines; i++) {
                send(BatchRouteTest.line("n" + i) + PADDING + "\n");
                sent.incrementAndGet();
            }
            end();
        } catch (IOException e) {
            // Closed by the test.
            sent.set(-1);
        }
    }

    void end() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** The next line of the answer; none after the last. The service does not send chunks to who asks it to close. */
    String nextLine() throws IOException {
        while (!headersRead) {
            headersRead = in.readLine().isEmpty();
        }
        return in.readLine();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
