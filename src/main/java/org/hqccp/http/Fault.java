package org.hqccp.http;

import java.util.List;
import org.hqccp.json.CaseProblem;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a request.
 *
 * @param pointer where in the body, as a JSON Pointer; none where the body is not meant
 * @param code short stable word
 * @param message what is wrong, in plain words, without any value that was sent
 * @param advice what to do, if that can be said
 * @param allowed what may stand there, if that is a short list
 */
record Fault(
        @Nullable String pointer,
        String code,
        String message,
        @Nullable String advice,
        List<String> allowed) {

    /** Something wrong that is not in the body. */
    static Fault outside(String code, String message, @Nullable String advice, List<String> allowed) {
        return new Fault(null, code, message, advice, allowed);
    }

    static Fault of(CaseProblem problem) {
        return new Fault(problem.pointer(), problem.code(), problem.message(), problem.advice(), problem.allowed());
    }

    Node json() {
        return Json.object(
                "pointer",
                pointer,
                "code",
                code,
                "message",
                message,
                "advice",
                advice,
                "allowed",
                allowed.isEmpty() ? null : allowed);
    }
}
