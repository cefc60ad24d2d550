package org.hqccp.http;

/** Who may use a route, once tokens are on. */
enum Access {
    /** Anyone: whether the service lives, and what its problems mean. */
    OPEN,
    /** Any holder of a token. */
    ANY_TOKEN,
    /** Applications only. */
    APPLICATION;

    boolean allows(Role role) {
        return this != APPLICATION || role == Role.APPLICATION;
    }
}
