package org.otklik.text;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.post.Post;

/** A post and the tokens of its three texts; a scanner fills it again and again, else it is filled once. */
final class Reading {

    private final Scan scan = new Scan();
    private final @Nullable Vocabulary vocabulary;
    private final TokenBuffer ownTokens;
    private final TokenBuffer parentTokens;
    private final TokenBuffer rootTokens;
    final Tokens own;
    final Tokens parent;
    final Tokens root;
    private @Nullable Post post;

    /**
     * Makes room to read in.
     *
     * @param vocabulary remembers the words; null for a single text, whose words nobody needs to remember
     */
    Reading(@Nullable Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        ownTokens = new TokenBuffer(vocabulary);
        parentTokens = new TokenBuffer(vocabulary);
        rootTokens = new TokenBuffer(vocabulary);
        own = new Tokens(ownTokens);
        parent = new Tokens(parentTokens);
        root = new Tokens(rootTokens);
    }

    /** Forgets the post before and reads this one. */
    void read(Post next) {
        post = next;
        if (vocabulary != null) {
            vocabulary.makeRoom();
        }
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
        return ownTokens.room() + parentTokens.room() + rootTokens.room();
    }
}
