package org.otklik.adapters.meta;

import java.net.URI;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.post.Discussion;
import org.otklik.post.PostId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;

/**
 * On whose page something stands; immutable.
 *
 * @param account the account that reads it
 * @param page as the pack names the page, else as it is shown; with {@code @} in front if the post stands elsewhere and speaks
 *     to the account
 * @param place what the page speaks for
 */
record Stand(MetaAccount account, String page, Optional<PlaceId> place) {

    /** What a comment answers; immutable. */
    record Root(PostId id, Optional<String> text, Optional<URI> address) {}

    /** The account's own page. */
    static Stand own(MetaAccount account, WatchList watched) {
        for (WatchedPage page : watched.pages()) {
            if (page.network().equals(account.account().network()) && account.isNamed(page.page())) {
                return new Stand(account, page.page(), page.place());
            }
        }
        return new Stand(account, account.id(), Optional.empty());
    }

    /** Anywhere else, where the account was mentioned. */
    static Stand mention(MetaAccount account) {
        return new Stand(account, account.mentionMark(), Optional.empty());
    }

    Discussion ofPost() {
        return new Discussion(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(page), place);
    }

    Discussion under(Root root) {
        return new Discussion(
                Optional.of(root.id()), root.text(), Optional.empty(), Optional.empty(), Optional.of(page), place);
    }

    Discussion under(PostId parent, Optional<String> parentText, Root root) {
        return new Discussion(
                Optional.of(parent), parentText, Optional.of(root.id()), root.text(), Optional.of(page), place);
    }
}
