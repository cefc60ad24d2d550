package org.hqccp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request within its limits. */
final class CaseBody {
    private static final Pattern BLANKS = Pattern.compile("\\s");
    private static final int CHUNK = 16_384;
    private static final int MOST_DISCARDED = 4_194_304;

    private CaseBody() {}

    /** The bytes of one case. */
    static byte[] read(HttpServletRequest request, Limits limits) throws Refused {
        checkKind(request.getContentType(), Answers.JSON);
        if (request.getHeader("Content-Encoding") != null) {
            throw unsupported(
                    "packed", "a single case is not sent compressed", "leave out Content-Encoding", List.of());
        }
        int largest = limits.whole(Limit.CASE_BYTES);
        long length = request.getContentLengthLong();
        if (length > largest) {
            discard(request, length, limits);
            throw tooLarge(largest);
        }
        checkThere(request);
        try {
            return read(request.getInputStream(), (int) length, largest, limits.of(Limit.UPLOAD_MS) * 1_000_000);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static byte[] read(InputStream body, int length, int largest, long nanos) throws Refused, IOException {
        long start = System.nanoTime();
        byte[] bytes = new byte[length < 0 ? Math.min(CHUNK, largest + 1) : length];
        int filled = 0;
        while (length < 0 || filled < length) {
            int read = body.read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
            if (filled > largest) {
                throw tooLarge(largest);
            }
            if (System.nanoTime() - start > nanos) {
                throw tooSlow();
            }
            if (filled == bytes.length && length < 0) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * filled, largest + 1));
            }
        }
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
    }

    /** Takes in what is only a little too large: who is still sending when the connection closes cannot read the refusal. */
    private static void discard(HttpServletRequest request, long length, Limits limits) throws Refused {
        if (length <= MOST_DISCARDED) {
            long start = System.nanoTime();
            try {
                byte[] bytes = new byte[CHUNK];
                InputStream body = request.getInputStream();
                while (body.read(bytes) >= 0) {
                    if (System.nanoTime() - start > limits.of(Limit.UPLOAD_MS) * 1_000_000) {
                        throw tooSlow();
                    }
                }
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    /** Refuses a request without a body. */
    static void checkThere(HttpServletRequest request) throws Refused {
        if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null) {
            throw new Refused(ProblemType.LENGTH_REQUIRED, "The request has no body.");
        }
    }

    /** Refuses a body that is not of the kind that is read here; a charset may be named if it is UTF-8. */
    static void checkKind(@Nullable String contentType, String kind) throws Refused {
        String sent = contentType == null
                ? ""
                : BLANKS.matcher(contentType.toLowerCase(Locale.ROOT)).replaceAll("");
        if (!sent.equals(kind) && !sent.equals(kind + ";charset=utf-8") && !sent.equals(kind + ";charset=\"utf-8\"")) {
            throw unsupported(
                    "content-type",
                    "the header Content-Type names another kind of body",
                    "send " + kind,
                    List.of(kind));
        }
    }

    static Refused unsupported(String code, String message, String advice, List<String> allowed) {
        return new Refused(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "The body is of a kind that is not read here.",
                List.of(Fault.outside(code, message, advice, allowed)));
    }

    static Refused tooLarge(int largest) {
        return new Refused(
                ProblemType.TOO_LARGE,
                "A case has at most " + largest + " bytes.",
                List.of(new Fault(
                        "",
                        "too-large",
                        "the case is larger than " + largest + " bytes",
                        "leave out what no rule reads, or send several cases to the batch route",
                        List.of())));
    }

    /** Why a body could not be read to its end. */
    static Refused broken(IOException e) {
        return e.getCause() instanceof TimeoutException
                ? tooSlow()
                : new Refused(
                        ProblemType.BAD_REQUEST,
                        "The body does not come to a proper end.",
                        List.of(),
                        Map.of("Connection", "close"));
    }

    private static Refused tooSlow() {
        return new Refused(
                ProblemType.REQUEST_TIMEOUT,
                "The body did not arrive in time.",
                List.of(),
                Map.of("Connection", "close"));
    }
}
