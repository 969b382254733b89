package org.otklik.route;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.post.AccountId;

/**
 * An account through which a body speaks in a network; immutable.
 *
 * @param account key of the account
 * @param page the network's id of the body's page
 * @param body who speaks
 * @param mayReply whether answers may be published through it
 * @param fallbackOrder which of a body's accounts comes first; lower first
 * @param authorIds the network's own author ids by which posts of this account are recognised
 * @param footnote a line that the law wants under every answer given there
 */
public record OfficialAccount(
        AccountId account,
        String page,
        BodyId body,
        boolean mayReply,
        int fallbackOrder,
        Set<String> authorIds,
        Optional<String> footnote) {

    /** Copies the author ids. */
    public OfficialAccount {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(footnote, "footnote");
        authorIds = Set.copyOf(authorIds);
    }
}
