package org.otklik.route;

import java.util.Objects;

/**
 * The account that will speak, and why this one; immutable.
 *
 * @param account the account
 * @param origin whose account it is, seen from the body that answers
 */
public record AccountChoice(OfficialAccount account, Origin origin) {

    /** Checks the parts. */
    public AccountChoice {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(origin, "origin");
    }

    /** Whose account speaks. */
    public enum Origin {
        /** The body's own account. */
        OWN,
        /** The account of a body above it. */
        PARENT,
        /** The account that speaks for the region as a whole. */
        REGION
    }
}
