package org.otklik.benchmarks;

import java.time.Instant;
import java.util.Map;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;

/**
 * A text of a labelled set.
 *
 * @param source name of the set
 * @param text the text as it stands there
 * @param appeal whether people call it an appeal to an authority
 * @param labels what else the set says of it, by the name of the column
 */
record Specimen(String source, String text, boolean appeal, Map<String, String> labels) {

    Half half() {
        return Half.of(text);
    }

    PostText scan() {
        return PostText.of(
                Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build());
    }

    String label(String column) {
        return labels.getOrDefault(column, "");
    }
}
