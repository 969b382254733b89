package org.otklik.adapters.meta;

import org.otklik.post.AccountId;

/**
 * A page of Facebook or a professional account of Instagram that reads and answers; immutable.
 *
 * @param account its name for the host, under which the safe is asked
 * @param id the network's number of it, digits only
 * @param name its name in the network's addresses, without {@code @}
 * @param login how its token was made
 */
record MetaAccount(AccountId account, String id, String name, MetaSettings.Login login) {

    /** In front of a name, says that a post speaks to the account although it stands on nobody's page of ours. */
    static final String SPOKEN_TO = "@";

    /** Whether a page as the pack or a discussion names it is this account's own. */
    boolean isNamed(String page) {
        return page.equals(id) || page.equalsIgnoreCase(name);
    }

    /** What stands as the page of posts elsewhere that mention the account. */
    String mentionMark() {
        return SPOKEN_TO + name;
    }
}
