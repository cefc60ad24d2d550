package org.hqccp.http;

/** Who may use a route, once tokens are on. */
enum Access {
    /** Anyone: whether the service lives, and what its problems mean. */
    OPEN,
    /** Any holder of a token. */
    ANY_TOKEN,
    /** Applications only. */
    APPLICATION,
    /** Auditors only. */
    AUDITOR;

    boolean allows(Role role) {
        return switch (this) {
            case OPEN, ANY_TOKEN -> true;
            case APPLICATION -> role == Role.APPLICATION;
            case AUDITOR -> role == Role.AUDITOR;
        };
    }
}
