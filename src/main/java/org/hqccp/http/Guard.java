package org.hqccp.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may come in. With tokens, the token decides. Without them only this machine is served, and a page of another
 * site open in a browser here must not get in either: neither under a name that was pointed at this machine, nor from its own origin.
 */
final class Guard {
    /** Whoever calls on this machine, without a token. */
    static final String ANYONE = "this machine";

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    private final @Nullable Tokens tokens;

    Guard(@Nullable Tokens tokens) {
        this.tokens = tokens;
    }

    /** Refuses what comes from another site while there are no tokens. */
    void checkOrigin(@Nullable String host, @Nullable String origin) throws Refused {
        if (tokens != null) {
            return;
        }
        if (host != null && !isLoopbackName(host)) {
            throw foreign("foreign-host", "the header Host names another machine", "use 127.0.0.1 or localhost");
        }
        if (origin != null && (host == null || !origin.equalsIgnoreCase("http://" + host))) {
            throw foreign("foreign-origin", "the request comes from a page of another site", "call it from a program");
        }
    }

    private static Refused foreign(String code, String message, String advice) {
        return new Refused(
                ProblemType.FOREIGN_REQUEST,
                "Without tokens only this machine is answered.",
                List.of(Fault.outside(code, message, advice, List.of())));
    }

    /** A name only this machine has, with or without a port. */
    static boolean isLoopbackName(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Refuses a caller who may not use a route.
     *
     * @return who calls, as the decision log names them
     */
    String checkToken(Access access, @Nullable String authorization) throws Refused {
        Tokens known = tokens;
        if (known == null || access == Access.OPEN) {
            return ANYONE;
        }
        Tokens.Holder holder = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? known.holderOf(authorization.substring(7).strip())
                : null;
        if (holder == null) {
            throw new Refused(
                    ProblemType.NO_TOKEN,
                    "This service answers holders of a token only.",
                    List.of(),
                    Map.of("WWW-Authenticate", "Bearer realm=\"hqccp\""));
        }
        if (!access.allows(holder.role())) {
            throw new Refused(
                    ProblemType.WRONG_ROLE, "A token of role " + holder.role().word() + " may not do that.");
        }
        return holder.name();
    }
}
