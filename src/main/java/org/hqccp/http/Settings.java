package org.hqccp.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the service is reached.
 *
 * @param host the address it binds
 * @param port the port, or 0 for one that is free
 * @param limits what requests may ask for
 * @param tokens who may call; none means only this machine, without tokens
 * @param lookEvery how often the rule folder is looked at
 */
public record Settings(
        String host, int port, Limits limits, @Nullable Tokens tokens, Duration lookEvery) {

    /** Often enough for an edit to be live within five seconds, loading included. */
    public static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Whether an address reaches this machine only. */
    static boolean isLoopback(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!address.isLoopbackAddress()) {
                return false;
            }
        }
        return true;
    }
}
