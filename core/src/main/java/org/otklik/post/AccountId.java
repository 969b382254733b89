package org.otklik.post;

import java.util.Objects;

/**
 * Names an account of the host in a network: the key of tokens, budgets and publishing stops; immutable.
 *
 * @param network where the account lives
 * @param name chosen by the host, such as {@code tolyatti-official}; not a secret
 */
public record AccountId(NetworkId network, String name) {

    /** Checks that the account has a name. */
    public AccountId {
        Objects.requireNonNull(network, "network");
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException(
                    "An account of network " + network + " needs a name of 1 to 100 characters.");
        }
    }

    /**
     * Returns the account with this name.
     *
     * @param network code of the network
     * @param name chosen by the host
     * @return the account
     */
    public static AccountId of(String network, String name) {
        return new AccountId(NetworkId.of(network), name);
    }

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @param text {@code network:name}
     * @return the account
     * @throws IllegalArgumentException if there is no colon or a part is malformed
     */
    public static AccountId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' names no account: expected 'network:name'.");
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return network + ":" + name;
    }
}
