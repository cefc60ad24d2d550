package org.hqccp.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Everything the service answers, and how a request finds its way. */
final class Routes {
    static final String DECIDE = "POST /v1/decisions/{decision}";

    /** The label of requests that found no route. */
    static final String NONE = "none";

    private static final String ROUTE = "org.hqccp.route";
    private static final String CALLER = "org.hqccp.caller";
    private final List<Route> routes;
    private final Guard guard;
    private final Limits limits;

    Routes(List<Route> routes, Guard guard, Limits limits) {
        this.routes = List.copyOf(routes);
        this.guard = guard;
        this.limits = limits;
    }

    void declare(RoutesConfig config) {
        config.before(this::enter);
        for (Route route : routes) {
            config.addHttpHandler(route.method(), route.path(), context -> answer(route, context));
            if (route.method() == HandlerType.GET) {
                config.addHttpHandler(HandlerType.HEAD, route.path(), context -> answer(route, context));
            }
        }
    }

    private void enter(Context context) throws Refused {
        context.header("Cache-Control", "no-store");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        String query = context.queryString();
        if (context.path().length() + (query == null ? 0 : query.length() + 1) > limits.whole(Limit.URI_BYTES)) {
            throw new Refused(
                    ProblemType.URI_TOO_LONG, "The address has at most " + limits.of(Limit.URI_BYTES) + " bytes.");
        }
        if (context.header("X-HTTP-Method-Override") != null) {
            throw new Refused(ProblemType.BAD_REQUEST, "The method of a request cannot be overridden by a header.");
        }
        guard.checkOrigin(context.header("Host"), context.header("Origin"));
    }

    private void answer(Route route, Context context) throws Refused, IOException {
        context.attribute(ROUTE, route.label());
        context.attribute(CALLER, guard.checkToken(route.access(), context.header("Authorization")));
        Accept.check(context.header("Accept"), route.produces());
        route.work().answer(context, Query.read(context.queryString(), route.query()));
    }

    /** The label of the route a request found. */
    static String label(Context context) {
        String label = context.attribute(ROUTE);
        return label == null ? NONE : label;
    }

    /** Who calls, as the decision log names them. */
    static String caller(Context context) {
        String caller = context.attribute(CALLER);
        return caller == null ? Guard.ANYONE : caller;
    }

    /** Why a request found no route. */
    Refused notFound(String path) {
        List<Route> fitting = routes.stream().filter(r -> r.fits(path)).toList();
        if (fitting.isEmpty()) {
            return new Refused(
                    ProblemType.NO_SUCH_ROUTE,
                    "There is nothing at this path.",
                    List.of(Fault.outside(
                            "unknown-path",
                            "the path is none of this service",
                            null,
                            routes.stream().map(Route::path).distinct().toList())));
        }
        List<String> methods = fitting.stream()
                .flatMap(
                        r -> r.method() == HandlerType.GET ? List.of("GET", "HEAD").stream() : List.of("POST").stream())
                .toList();
        return new Refused(
                ProblemType.METHOD_NOT_ALLOWED,
                "This path has no such method.",
                List.of(Fault.outside("method", "the path is there, the method is not", null, methods)),
                Map.of("Allow", String.join(", ", methods)));
    }
}
