package org.hqccp.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a case. It never repeats a value of the case.
 *
 * @param pointer where, as a JSON Pointer
 * @param code short stable word
 * @param message what is wrong, in plain words
 * @param advice what to do, if that can be said
 * @param allowed values allowed there, if they are few
 */
public record CaseProblem(
        String pointer,
        String code,
        String message,
        @Nullable String advice,
        List<String> allowed) {}
