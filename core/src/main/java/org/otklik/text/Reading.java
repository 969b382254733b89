package org.otklik.text;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.post.Post;

/** A post and the tokens of its three texts; a scanner fills it again and again, else it is filled once. */
final class Reading {

    private final Scan scan;
    private final TokenBuffer ownTokens = new TokenBuffer();
    private final TokenBuffer parentTokens = new TokenBuffer();
    private final TokenBuffer rootTokens = new TokenBuffer();
    final Tokens own = new Tokens(ownTokens);
    final Tokens parent = new Tokens(parentTokens);
    final Tokens root = new Tokens(rootTokens);
    private @Nullable Post post;

    Reading(Scan scan) {
        this.scan = scan;
    }

    /** Forgets the post before and reads this one. */
    void read(Post next) {
        post = next;
        scan.read(next.text(), ownTokens);
        read(next.discussion().parentText(), parentTokens);
        read(next.discussion().rootText(), rootTokens);
    }

    private void read(Optional<String> text, TokenBuffer into) {
        scan.read(text.isPresent() ? text.get() : "", into);
    }

    Post post() {
        return Objects.requireNonNull(post, "The text of a post is looked at after its reader returned.");
    }

    /** Lets go of the post and of all that could be taken for its words. */
    void forget() {
        post = null;
        ownTokens.clear(0);
        parentTokens.clear(0);
        rootTokens.clear(0);
    }

    /** How much memory it has taken so far, in tokens. */
    int weight() {
        return ownTokens.starts.length + parentTokens.starts.length + rootTokens.starts.length;
    }
}
