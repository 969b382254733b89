package org.otklik.adapters.vk;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.post.PostId;

/**
 * How this adapter writes VK's ids: {@code -1_2} for a post, {@code -1_2_3} for a comment under it; immutable.
 *
 * @param owner of the wall, negative for a community
 * @param post number on the wall
 * @param comment number on the wall; nought for the post itself
 */
record NativeId(long owner, long post, long comment) {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,18})_([0-9]{1,18})(?:_([0-9]{1,18}))?");

    static NativeId ofPost(long owner, long post) {
        return new NativeId(owner, post, 0);
    }

    static Optional<NativeId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String comment = matcher.group(3);
        return Optional.of(new NativeId(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                comment == null ? 0 : Long.parseLong(comment)));
    }

    boolean isComment() {
        return comment != 0;
    }

    NativeId root() {
        return ofPost(owner, post);
    }

    NativeId withComment(long number) {
        return new NativeId(owner, post, number);
    }

    PostId id() {
        return new PostId(VkAdapter.NETWORK, toString());
    }

    /** The public page; {@code thread} is the comment under which a reply hangs. */
    String address(OptionalLong thread) {
        String page = "https://vk.com/wall" + owner + "_" + post;
        String reply = isComment() ? "?reply=" + comment : "";
        String under = isComment() && thread.isPresent() ? "&thread=" + thread.getAsLong() : "";
        return page + reply + under;
    }

    @Override
    public String toString() {
        return owner + "_" + post + (isComment() ? "_" + comment : "");
    }
}
