package org.otklik.testkit.meta;

/** What is unusual about the networks, until it is set otherwise; thread-safe. */
public final class MetaQuirks {

    private final World world;
    private boolean emptyPages;
    private boolean proofNeeded = true;
    private boolean duplicatesRefused;
    private int longestOnInstagram = 300;

    MetaQuirks(World world) {
        this.world = world;
    }

    /**
     * Lets an empty page with a next one come before each page that has something.
     *
     * @param empty whether
     * @return these quirks
     */
    public MetaQuirks emptyPages(boolean empty) {
        synchronized (world) {
            emptyPages = empty;
            return this;
        }
    }

    boolean emptyPages() {
        return emptyPages;
    }

    /**
     * Sets whether tokens of Facebook must come with a proof that the application knows its secret; they must unless
     * this is set. A proof that comes is always checked.
     *
     * @param needed whether
     * @return these quirks
     */
    public MetaQuirks proofNeeded(boolean needed) {
        synchronized (world) {
            proofNeeded = needed;
            return this;
        }
    }

    boolean isProofNeeded(Token token) {
        return proofNeeded && token.login != Token.Login.INSTAGRAM;
    }

    /**
     * Sets whether a text that already stands under the same comment or post is refused with error 506.
     *
     * @param refused whether
     * @return these quirks
     */
    public MetaQuirks duplicatesRefused(boolean refused) {
        synchronized (world) {
            duplicatesRefused = refused;
            return this;
        }
    }

    boolean duplicatesRefused() {
        return duplicatesRefused;
    }

    /**
     * Sets how long a comment on Instagram may be.
     *
     * @param characters 300 unless this is set, as was the rule of 2014
     * @return these quirks
     */
    public MetaQuirks longestOnInstagram(int characters) {
        synchronized (world) {
            longestOnInstagram = characters;
            return this;
        }
    }

    int longestOnInstagram() {
        return longestOnInstagram;
    }

    /**
     * Closes a post or medium for comments.
     *
     * @param id which
     * @return these quirks
     */
    public MetaQuirks closeComments(String id) {
        world.open(world.node(id), false);
        return this;
    }

    /**
     * Lets deliveries of comments on Instagram come without author and medium, as in 2018.
     *
     * @param bare whether
     * @return these quirks
     */
    public MetaQuirks bareDeliveries(boolean bare) {
        synchronized (world) {
            world.events.bare = bare;
            return this;
        }
    }

    /**
     * Shows again what was hidden.
     *
     * @param id which
     * @return these quirks
     */
    public MetaQuirks unhide(String id) {
        world.hide(world.node(id), false);
        return this;
    }
}
