package org.hqccp.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.hqccp.json.Written;

/** Answers as they leave. */
final class Answers {
    static final String JSON = "application/json";

    /** Of a route whose answers have several forms. */
    static final String ANY = "*/*";

    private Answers() {}

    /** Sends a whole answer and ends it, unless another answer has begun. */
    static void send(HttpServletResponse response, int status, String mediaType, byte[] body) throws IOException {
        send(response, status, mediaType, Written.of(body));
    }

    /** The same, of what was written; it is given back once it is sent. */
    static void send(HttpServletResponse response, int status, String mediaType, Written body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(body.length());
        body.writeTo(response.getOutputStream());
        response.getOutputStream().close();
        // Only here: where sending broke off, the server may still hold on to it.
        body.close();
    }

    /**
     * Begins to send a whole answer, and keeps no thread until it is taken: a caller who reads slowly holds up nobody. It is given back
     * once it is sent.
     */
    static CompletableFuture<Void> begin(HttpServletResponse response, String mediaType, Written body) {
        try {
            response.setStatus(200);
            response.setContentType(mediaType);
            response.setContentLength(body.length());
            return Jetty.send(response.getOutputStream(), body.buffer()).thenRun(body::close);
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
