package org.otklik.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.otklik.classify.TextFeatures;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;
import org.otklik.text.TextHash;

/**
 * The rows of a history as features, without copies; for reading only.
 *
 * @param labels sorted
 * @param posts one a row
 * @param labelOfPost index of the label of each row
 * @param titles one a label
 * @param reader knows the parts of every form
 * @param duplicates how many rows were left out because their words stood in a row before, or because they have none
 */
record Material(
        List<String> labels,
        List<Document> posts,
        List<Integer> labelOfPost,
        List<Document> titles,
        Document.Reader reader,
        int duplicates) {

    private static final PostId NO_POST = PostId.of("history", "row");

    static Material of(List<LabelledPost> rows, TextFeatures features, UnaryOperator<String> titleOf) {
        List<String> labels =
                List.copyOf(new TreeSet<>(rows.stream().map(LabelledPost::label).toList()));
        Document.Reader reader = new Document.Reader(features);
        Set<TextHash> seen = new HashSet<>();
        List<Document> posts = new ArrayList<>();
        List<Integer> labelOfPost = new ArrayList<>();
        for (LabelledPost row : rows) {
            PostText text = scanned(row.text());
            if (text.hasWords() && seen.add(text.normalisedHash())) {
                posts.add(reader.read(text));
                labelOfPost.add(labels.indexOf(row.label()));
            }
        }
        List<Document> titles = labels.stream()
                .map(label -> reader.read(scanned(titleOf.apply(label))))
                .toList();
        return new Material(
                labels, List.copyOf(posts), List.copyOf(labelOfPost), titles, reader, rows.size() - posts.size());
    }

    static PostText scanned(String text) {
        return PostText.of(Post.builder(NO_POST, Instant.EPOCH).text(text).build());
    }

    /** The stem of every form that some row has. */
    Map<Long, Long> stemOfForm() {
        Map<Long, Long> stems = new HashMap<>();
        for (Document post : posts) {
            for (int i = 0; i < post.forms.length; i++) {
                stems.put(post.forms[i], post.stems[i]);
            }
        }
        return stems;
    }

    int[] right() {
        return labelOfPost.stream().mapToInt(Integer::intValue).toArray();
    }

    int labelOf(int row) {
        return labelOfPost.get(row);
    }
}
