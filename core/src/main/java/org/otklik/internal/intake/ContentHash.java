package org.otklik.internal.intake;

import org.otklik.PseudonymKey;
import org.otklik.post.Post;

/** A keyed hash of what an author can edit, by which an edit is told from a repetition. */
final class ContentHash {

    private ContentHash() {}

    static String of(PseudonymKey key, Post post) {
        StringBuilder media = new StringBuilder();
        post.media()
                .forEach(one -> media.append(one.kind())
                        .append(one.address().map(Object::toString).orElse(""))
                        .append('\n'));
        return key.hash("content", post.text(), media.toString());
    }

    static String ofNothing(PseudonymKey key) {
        return key.hash("content", "", "");
    }
}
