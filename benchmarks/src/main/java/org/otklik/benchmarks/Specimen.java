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
public record Specimen(String source, String text, boolean appeal, Map<String, String> labels) {

    /**
     * Tells the half of the text.
     *
     * @return for work or for figures
     */
    public Half half() {
        return Half.of(text);
    }

    /**
     * Scans the text.
     *
     * @return its scan
     */
    public PostText scan() {
        return scan(text);
    }

    /**
     * Scans any text as a post without surroundings.
     *
     * @param text any characters
     * @return its scan
     */
    public static PostText scan(String text) {
        return PostText.of(
                Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build());
    }

    /**
     * Tells what the set says of the text.
     *
     * @param column name of a column
     * @return its cell, empty without one
     */
    public String label(String column) {
        return labels.getOrDefault(column, "");
    }
}
