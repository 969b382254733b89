package org.otklik.testkit.vk;

/** The rarer ways of a {@link VkFake}; thread-safe. */
public final class VkQuirks {

    private final Site site;
    private final Trouble trouble;
    private final GoneAnswer gone;

    VkQuirks(Site site, Trouble trouble, GoneAnswer gone) {
        this.site = site;
        this.trouble = trouble;
        this.gone = gone;
    }

    /**
     * Demands a captcha of a method.
     *
     * @param method such as {@code wall.createComment}
     * @return the {@code success_token} that a person would get for solving it
     */
    public String captcha(String method) {
        return trouble.captcha(method);
    }

    /**
     * Sets the error for what is not there (any more), since no document names it.
     *
     * @param errorCode 104 unless set; 15, 100, 211 and 212 are seen as well
     */
    public void goneAnswer(int errorCode) {
        gone.code(errorCode);
    }

    /**
     * Lets long poll forget what was not read: {@code failed} 1 for who comes with an older number.
     *
     * @param group whose
     */
    public void forgetHistory(long group) {
        synchronized (site) {
            site.community(group).events().forget();
        }
    }

    /**
     * Lets the key of long poll expire: {@code failed} 2.
     *
     * @param group whose
     */
    public void expireLongPollKey(long group) {
        synchronized (site) {
            site.community(group).renewLongPollKey();
        }
    }

    /**
     * Pins a post: its wall shows it before newer ones.
     *
     * @param nativeId the post
     */
    public void pin(String nativeId) {
        synchronized (site) {
            WallPost post = (WallPost) site.find(nativeId).orElseThrow();
            site.wall(post.owner()).pin(post);
        }
    }

    /**
     * Sets a field as the methods of walls show it: attachments, a place, a signer, or something that nobody can read.
     *
     * @param nativeId post or comment
     * @param name such as {@code geo}
     * @param json its value
     */
    public void field(String nativeId, String name, String json) {
        synchronized (site) {
            site.find(nativeId).orElseThrow().field(name, JsonText.read(json));
        }
    }
}
