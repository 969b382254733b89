package org.otklik.testkit.meta;

/** What people do more seldom; thread-safe. */
public final class MetaCitizens {

    private final World world;

    MetaCitizens(World world) {
        this.world = world;
    }

    /**
     * Lets a page or a person post a picture on a page, now.
     *
     * @param page where
     * @param author the page itself or a person
     * @param text what stands beside it, possibly empty
     * @return id {@code PAGE_POST}
     */
    public String photo(String page, String author, String text) {
        return world.post(world.account(page), world.account(author), text, FacebookFields.PHOTO).id;
    }

    /**
     * Lets somebody mention a page in a comment on foreign ground, now.
     *
     * @param page who is mentioned
     * @param author a person
     * @param text what
     * @return the id of the comment
     */
    public String mentioningComment(String page, String author, String text) {
        return world.mentioning(world.account(page), world.account(author), text).id;
    }

    /**
     * Lets somebody like a post or comment of Facebook, of which a delivery tells.
     *
     * @param id which
     * @param person who
     */
    public void react(String id, String person) {
        world.react(world.node(id), world.account(person));
    }

    /**
     * Lets somebody mention an account in a story, which cannot be answered.
     *
     * @param igUser who is mentioned
     * @param username who publishes
     * @return the id of the medium
     */
    public String mentionStory(String igUser, String username) {
        return world.mentioned(world.account(igUser), username, "", "STORY").id;
    }

    /**
     * Lets somebody tag an account on a picture, which cannot be answered.
     *
     * @param igUser who is tagged
     * @param username who publishes
     * @param caption what it says
     * @return the id of the medium
     */
    public String photoTag(String igUser, String username, String caption) {
        return world.photoTag(world.account(igUser), username, caption).id;
    }
}
