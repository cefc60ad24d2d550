package org.hqccp.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers as they leave. */
final class Answers {
    static final String JSON = "application/json";

    /** Of a route whose answers have several forms. */
    static final String ANY = "*/*";

    private Answers() {}

    /** Sends a whole answer and ends it, unless another answer has begun. */
    static void send(HttpServletResponse response, int status, String mediaType, byte[] body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.getOutputStream().close();
    }
}
