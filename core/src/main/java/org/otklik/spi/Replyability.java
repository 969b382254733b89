package org.otklik.spi;

import java.net.URI;
import java.util.Optional;

/** Whether an account can answer a post, and if not, what a person can do instead; immutable. */
public sealed interface Replyability {

    /**
     * The account can answer.
     *
     * @param longestText how many characters the reply may have, as the network counts them
     */
    record Possible(int longestText) implements Replyability {}

    /**
     * The account cannot answer; the desk shows the reason, the text to copy and the link to open.
     *
     * @param reason stable code, such as {@code COMMENTS_CLOSED}
     * @param link where a person can answer by hand, if there is such a place
     */
    record Impossible(String reason, Optional<URI> link) implements Replyability {}
}
