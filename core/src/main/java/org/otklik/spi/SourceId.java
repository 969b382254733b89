package org.otklik.spi;

import org.otklik.post.AccountId;

/**
 * One stream of posts that an adapter can be polled for: a wall, a search, a chat; immutable.
 *
 * @param account the account whose token and budget it uses
 * @param name chosen by the adapter, stable over restarts, 1 to 200 characters
 */
public record SourceId(AccountId account, String name) {

    /** Checks the name. */
    public SourceId {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("A source of " + account + " needs a name of 1 to 200 characters.");
        }
    }

    @Override
    public String toString() {
        return account + "/" + name;
    }
}
