package org.otklik.testkit.vk;

/** How the network answers that a post or comment is not there; the documents do not say, so a test may choose. */
final class GoneAnswer {

    private volatile int code = 104;

    void code(int value) {
        code = value;
    }

    VkError error() {
        return VkError.of(code);
    }

    /** Finds the post that a call names by {@code owner_id} and {@code post_id}. */
    WallPost post(Site site, Call call) {
        long owner = call.number("owner_id", call.token().holder(), Long.MIN_VALUE, Long.MAX_VALUE);
        return site.wall(owner)
                .post((int) call.number("post_id", 0, 0, Integer.MAX_VALUE))
                .filter(Item::isVisible)
                .orElseThrow(this::error);
    }
}
