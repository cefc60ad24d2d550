package org.hqccp.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems as they are answered (RFC 9457) and as they are logged: by id, kind and place, never with anything of a case. */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String INCIDENT = "The case was not decided. Please report this incident.";
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");

    private Problems() {}

    /** A new id, to quote and to find again in the log. */
    static String newInstance() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    /**
     * A problem as JSON.
     *
     * @param line the line of a batch it is about, counted from 1
     */
    static Node json(ProblemType type, String detail, String instance, List<Fault> faults, @Nullable Long line) {
        return Json.object(
                "type",
                type.path(),
                "title",
                type.title(),
                "status",
                type.status(),
                "detail",
                detail,
                "instance",
                instance,
                "line",
                line,
                "errors",
                faults.isEmpty() ? null : Json.list(faults, Fault::json));
    }

    /** Answers a refusal, unless the answer has already begun. */
    static void answer(HttpServletResponse response, String route, Refused refused) throws IOException {
        String instance = newInstance();
        LOG.info("refused {} {} {} {}", refused.type().status(), refused.type().word(), route, instance);
        refused.headers().forEach(response::setHeader);
        send(response, refused.type(), refused.detail(), instance, refused.faults());
    }

    /** Answers a fault of ours. The log gets the id, the kind of fault and its place in our code. */
    static void answer(HttpServletResponse response, String route, Throwable fault) throws IOException {
        send(response, ProblemType.INCIDENT, INCIDENT, Incidents.log(route, fault), List.of());
    }

    /** A fault of ours in a line of a batch. */
    static Node incident(String instance, long line) {
        return json(ProblemType.INCIDENT, INCIDENT, instance, List.of(), line);
    }

    private static void send(
            HttpServletResponse response, ProblemType type, String detail, String instance, List<Fault> faults)
            throws IOException {
        if (type.status() == 503) {
            response.setHeader("Retry-After", "1");
        }
        Answers.send(response, type.status(), MEDIA_TYPE, Json.bytes(json(type, detail, instance, faults, null)));
    }
}
