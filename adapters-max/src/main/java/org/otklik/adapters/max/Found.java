package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.otklik.post.PostChange;
import org.otklik.spi.PostPage.Unreadable;

/** What was made of a page; the lists grow while it is read. */
record Found(List<PostChange> changes, List<Unreadable> unreadable) {

    private static final int LONGEST_ID = 100;

    Found() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /** Something that cannot be read fails alone. */
    void unreadable(JsonNode message, String reason) {
        String mid = message.path("body").path("mid").asText("?");
        unreadable.add(new Unreadable(mid.substring(0, Math.min(mid.length(), LONGEST_ID)), reason));
    }
}
