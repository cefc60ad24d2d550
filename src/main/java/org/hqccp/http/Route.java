package org.hqccp.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;

/**
 * One thing the service answers.
 *
 * @param method GET or POST; what answers GET answers HEAD
 * @param path its path, with names in braces; the label under which it is counted and logged
 * @param access who may use it
 * @param produces the media type of its answer
 * @param query names that may stand in its query
 * @param work what it does
 */
record Route(HandlerType method, String path, Access access, String produces, List<String> query, Work work) {

    /** Answers one request. */
    interface Work {
        void answer(Context context, Query query) throws Refused, IOException;
    }

    static Route get(String path, Access access, String produces, Work work, String... query) {
        return new Route(HandlerType.GET, path, access, produces, List.of(query), work);
    }

    static Route post(String path, Access access, String produces, Work work, String... query) {
        return new Route(HandlerType.POST, path, access, produces, List.of(query), work);
    }

    /** How it is called in the log. */
    String label() {
        return method.name() + " " + path;
    }

    boolean fits(String asked) {
        return asked.matches(path.replaceAll("\\{[a-z]+}", "[^/]+") + "/?");
    }
}
