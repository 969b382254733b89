package org.otklik.examples.demo.posts;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.otklik.examples.demo.posts.PostLine.Change;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;

/** The day as the networks will show it: what appears, changes and goes, network by network; immutable. */
public final class Timeline {

    private static final String USUAL_NETWORK = "vk";
    private static final int LONGEST_CHAIN = 20;

    private final List<PostLine> lines;
    private final Map<String, PostLine> originals = new HashMap<>();
    private final Map<NetworkId, List<Delivery>> deliveries = new TreeMap<>();
    private final Map<PostId, Post> posts = new LinkedHashMap<>();

    private Timeline(List<PostLine> lines) {
        this.lines = lines;
    }

    /**
     * Lays the lines of a file over a day.
     *
     * @param file the posts
     * @param day the day
     * @param zone where the day begins
     * @return the day's timeline
     */
    public static Timeline of(PostsFile file, LocalDate day, ZoneId zone) {
        Timeline timeline = new Timeline(new Spread(day, zone).over(file.lines()));
        timeline.lines.forEach(line -> timeline.originals.putIfAbsent(line.id(), line));
        timeline.deliver();
        return timeline;
    }

    /** A line that repeats an earlier one is delivered where it stands in the file, not at its own time. */
    private void deliver() {
        Set<PostId> seen = new HashSet<>();
        Instant previous = Instant.MIN;
        for (PostLine line : lines) {
            Instant own = line.at().orElse(previous);
            boolean repeated = line.change() == Change.PUBLISHED && !seen.add(id(line));
            Instant at = repeated && previous.isAfter(own) ? previous : own;
            deliveries
                    .computeIfAbsent(network(line), code -> new ArrayList<>())
                    .add(new Delivery(at, change(line, own)));
            previous = at;
        }
        deliveries.values().forEach(list -> list.sort(Comparator.comparing(Delivery::at)));
    }

    private PostChange change(PostLine line, Instant at) {
        if (line.change() == Change.DELETED) {
            return new PostChange.Gone(id(line), at);
        }
        Post post = line.change() == Change.EDITED ? edited(line, at) : post(line, at);
        posts.putIfAbsent(post.id(), post);
        return new PostChange.Present(post);
    }

    private Post edited(PostLine line, Instant at) {
        PostLine original = originals.getOrDefault(line.id(), line);
        return post(original, original.at().orElse(at)).toBuilder()
                .text(line.content().text())
                .editedAt(at)
                .build();
    }

    private Post post(PostLine line, Instant at) {
        PostId id = id(line);
        PostBuilder builder = Post.builder(id, at)
                .text(line.content().text())
                .media(Collections.nCopies(line.content().photos(), MediaRef.photo()))
                .discussion(discussion(line))
                .address(addressOf(id));
        line.author()
                .map(author -> new AuthorRef(network(line), author.id(), author.name()))
                .ifPresent(builder::author);
        return builder.build();
    }

    private Discussion discussion(PostLine line) {
        Discussion discussion =
                line.replyTo().map(parent -> under(parent, line)).orElse(Discussion.NONE);
        return line.page().map(discussion::withPage).orElse(discussion);
    }

    private Discussion under(String parent, PostLine line) {
        PostLine above = originals.get(parent);
        if (above == null) {
            return Discussion.under(new PostId(network(line), parent));
        }
        Discussion discussion = Discussion.under(id(above), above.content().text());
        PostLine root = rootOf(above);
        return root.equals(above)
                ? discussion
                : discussion.withRoot(id(root), root.content().text());
    }

    private PostLine rootOf(PostLine line) {
        PostLine root = line;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            PostLine above = originals.get(root.replyTo().orElse(""));
            if (above == null) {
                return root;
            }
            root = above;
        }
        return root;
    }

    private NetworkId network(PostLine line) {
        Optional<String> code = line.network();
        if (code.isEmpty() && originals.containsKey(line.id())) {
            code = originals.get(line.id()).network();
        }
        return NetworkId.of(code.orElse(USUAL_NETWORK));
    }

    private PostId id(PostLine line) {
        return new PostId(network(line), line.id());
    }

    /**
     * Returns the address at which a person would see a post.
     *
     * @param post which post
     * @return an invented address
     */
    public static URI addressOf(PostId post) {
        String path = URLEncoder.encode(post.nativeId(), StandardCharsets.UTF_8);
        return URI.create("https://" + post.network() + ".example/" + path);
    }

    /**
     * Lists what each network shows, in order of time.
     *
     * @return by network
     */
    public Map<NetworkId, List<Delivery>> deliveries() {
        return Collections.unmodifiableMap(deliveries);
    }

    /**
     * Lists the posts as first published.
     *
     * @return by id, in order of the file
     */
    public Map<PostId, Post> posts() {
        return Collections.unmodifiableMap(posts);
    }

    /**
     * Lists what people say the posts are.
     *
     * @return by id, in order of the file; empty for a file without labels
     */
    public Map<PostId, Gold> gold() {
        Map<PostId, Gold> labels = new LinkedHashMap<>();
        lines.forEach(line -> line.gold().ifPresent(gold -> labels.putIfAbsent(id(line), gold)));
        return Collections.unmodifiableMap(labels);
    }
}
