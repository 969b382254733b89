package org.otklik.examples.demo.posts;

import java.util.List;

/**
 * What a file of posts holds.
 *
 * @param lines in the order of the file
 * @param badRows rows that could not be read
 */
public record PostsFile(List<PostLine> lines, List<BadRow> badRows) {

    /** Copies the lists. */
    public PostsFile {
        lines = List.copyOf(lines);
        badRows = List.copyOf(badRows);
    }
}
