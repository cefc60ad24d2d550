package org.hqccp.http;

import java.util.Locale;

/** Every way in which a request can be refused. Applications may rely on the type and the status; {@code /problems} explains each. */
enum ProblemType {
    BAD_REQUEST(
            400,
            "The request is not well formed",
            "Send the request as HTTP/1.1 and the path as this service names it."),
    BAD_QUERY(400, "The query cannot be read", "The answer names what may stand behind the question mark."),
    MALFORMED_CASE(
            400,
            "The body cannot be read as a case",
            "The answer says what keeps it from being read. Nothing was decided."),
    BAD_KEY(
            400,
            "The Idempotency-Key cannot be read",
            "Write it in double quotes, at most 255 plain characters; or leave it out."),
    NO_PURPOSE(
            400,
            "Reading the decision log needs a purpose",
            "Say in the header Purpose why you read it. It is recorded with what you read."),
    NO_TOKEN(
            401,
            "A token is needed",
            "Send the header Authorization: Bearer, and the token this service was given for you."),
    WRONG_ROLE(
            403,
            "This token may not do that",
            "Applications ask for decisions; auditors read the decision log. Both read rules and decisions' forms."),
    FOREIGN_REQUEST(
            403,
            "The request comes from another site",
            "Without tokens this service answers only programs and pages of this machine."),
    NO_SUCH_ROUTE(404, "There is nothing at this path", "The answer lists the paths there are."),
    NO_SUCH_DECISION(404, "There is no such decision", "The answer lists the decisions there are."),
    NO_SUCH_RULE(404, "There is no such rule", "GET /v1/rules lists the rules there are."),
    NO_SUCH_ENTRY(404, "There is no such entry in the decision log", "Check the id."),
    METHOD_NOT_ALLOWED(405, "This path has no such method", "The header Allow names the methods there are."),
    NOT_ACCEPTABLE(
            406,
            "The answer has no such form",
            "The answer names the form there is; accept that, or send no Accept header."),
    REQUEST_TIMEOUT(408, "The request came too slowly", "Send the whole body at once, then try again."),
    KEY_IN_USE(
            409, "The same request is being answered", "Repeat it in a moment: you get the answer the first one gets."),
    LENGTH_REQUIRED(411, "The request has no body", "Send one case, with its Content-Length or in chunks."),
    TOO_LARGE(
            413,
            "The body is too large",
            "Send one case of at most the size the answer names; send several cases to the batch route."),
    URI_TOO_LONG(414, "The address is too long", "Facts go into the body, never into the address."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body is of a kind that is not read here", "The answer names the kind that is read."),
    INVALID_CASE(
            422,
            "The case does not fit the facts dictionary",
            "Each error names a place in the case, what is wrong and what to send."),
    WRONG_CORRECTION(
            422,
            "The decision does not correct the one it names",
            "A correction answers the same question about the same case. Nothing was recorded."),
    INVALID_OVERRIDE(
            422,
            "The override cannot be recorded",
            "Each error names a member, what is wrong and what may stand there. Nothing was recorded."),
    KEY_REUSED(
            422,
            "The Idempotency-Key belongs to another request",
            "Nothing was decided. Use a new key for a new request; repeat a request to the byte with its old key."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter headers."),
    INCIDENT(
            500,
            "A fault of this service",
            "It is not your fault. Report it with the incident id; the case was not decided."),
    BUSY(503, "Too much to do at once", "Nothing was decided. Try again after the seconds in Retry-After."),
    DEADLINE(
            503,
            "The decision took too long",
            "Nobody was told a decision. Try again, with the same Idempotency-Key if there was one; report it if it happens"
                    + " again."),
    NOT_SIGNED_YET(
            503,
            "Not signed yet",
            "A checkpoint is signed within a second of an answer. Ask again after the seconds in Retry-After."),
    DISK_NEARLY_FULL(
            503,
            "The disk of the decision log is nearly full",
            "Nothing is decided until there is room, because nothing could be recorded."),
    NOT_RECORDED(
            503,
            "The decision log takes nothing",
            "Nothing was decided, because it could not be recorded. Try again once /readyz says that it is ready."),
    COMMIT_UNKNOWN(
            503,
            "It is not known whether this was recorded",
            "The storage failed at that very moment. Repeat the request with the same Idempotency-Key: you get the recorded"
                    + " answer, or a new one. The header Decision-Id names the decision, if it was recorded."),
    STOPPING(503, "The service is stopping", "Nothing was decided. Try again after the seconds in Retry-After.");

    private final int status;
    private final String title;
    private final String advice;

    ProblemType(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String advice() {
        return advice;
    }

    /** {@code too-large}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stable address that names the type, and explains it when followed. */
    String path() {
        return "/problems/" + word();
    }
}
