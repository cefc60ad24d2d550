package org.hqccp.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.hqccp.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that the HTTP server itself refuses, before or outside any route, in the same form as all other problems. */
final class JettyErrors extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger("org.hqccp.http");
    private final Metrics metrics;

    JettyErrors(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        ProblemType type = typeOf(code);
        String instance;
        if (type == ProblemType.INCIDENT && cause != null) {
            instance = Incidents.log(Routes.NONE, cause);
        } else {
            instance = Problems.newInstance();
            LOG.info("refused {} {} {} {}", type.status(), type.word(), Routes.NONE, instance);
        }
        metrics.refusedEarly(type.status());
        byte[] body = Json.bytes(Problems.json(type, type.title() + ".", instance, List.of(), null));
        response.setStatus(type.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (type.status() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static ProblemType typeOf(int code) {
        return switch (code) {
            case 404 -> ProblemType.NO_SUCH_ROUTE;
            case 405, 501 -> ProblemType.METHOD_NOT_ALLOWED;
            case 408 -> ProblemType.REQUEST_TIMEOUT;
            case 411 -> ProblemType.LENGTH_REQUIRED;
            case 413 -> ProblemType.TOO_LARGE;
            case 414 -> ProblemType.URI_TOO_LONG;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 431 -> ProblemType.HEADERS_TOO_LARGE;
            case 503 -> ProblemType.STOPPING;
            // Not our fault: a version of HTTP that is not spoken here.
            case 505 -> ProblemType.BAD_REQUEST;
            default -> code >= 500 ? ProblemType.INCIDENT : ProblemType.BAD_REQUEST;
        };
    }
}
