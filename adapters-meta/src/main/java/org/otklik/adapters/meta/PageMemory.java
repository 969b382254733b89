package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.Cursor;

/**
 * What is known of a page, and how far a round over it has come: the content of a page's cursor; for one thread.
 *
 * <p>Ids are {@linkplain Ids#shorten short} ones. Of the newest posts their comments' ids are kept, as many as the cursor holds:
 * what is missing where they were may be gone.
 */
final class PageMemory {

    /** No comment was ever read. */
    static final long NEVER = -2;

    private static final int VERSION = 1;
    private static final int RADIX = Character.MAX_RADIX;
    private static final int FULL = Cursor.LARGEST - 200;
    private static final WireJson JSON = WireJson.ofAnswers();

    /** When the last round ended, in Unix seconds. */
    long readAt;

    /** When the newest post of all ended rounds was written; nought before the first ended. */
    long top;

    /** Counts rounds, so that each re-reads the comments of another post. */
    long turn = 1;

    /** How far the posts are read in this round. */
    @Nullable
    Place posts;

    /** Posts that should have been there and were not, to be looked up. */
    final Deque<String> missing = new ArrayDeque<>();

    /** Posts whose comments are to be read in this round. */
    final Deque<String> waiting = new ArrayDeque<>();

    /** The discussion that is being read. */
    @Nullable
    Talk talk;

    /** The newest posts. */
    final Map<String, Known> known = new LinkedHashMap<>();

    /** A place in the list of posts: where the next page begins, how many were passed, when the oldest was written. */
    record Place(String after, long passed, long oldest) {

        static final Place START = new Place("", 0, Long.MAX_VALUE);
    }

    /** What is known of a post. */
    static final class Known {

        /** How many comments there were when they were last read. */
        long read = NEVER;

        /** How many comments the network counts now; -1 if it does not say. */
        long counted;

        /** When the post was published, in Unix seconds. */
        long date;

        /** Comments written before this were seen, though not all are remembered one by one. */
        long until;

        /** In which round the post was seen last. */
        long turn;

        /** Newest first. */
        final List<String> comments = new ArrayList<>();
    }

    /** How far the comments of a post are read. */
    static final class Talk {

        final String post;

        /** Where the next page begins. */
        String after = "";

        long pages;
        long found;
        long newest;

        /** Whether known comments or the end were reached, and whether it is only left to look for the missing. */
        boolean reached;

        boolean ended;
        boolean judged;

        /** What was known before, newest first. */
        final List<String> before = new ArrayList<>();

        /** Threads that go on behind what came with their comment: its id, a blank, where the next page begins. */
        final Deque<String> threads = new ArrayDeque<>();

        final Deque<String> missing = new ArrayDeque<>();

        Talk(String post) {
            this.post = post;
        }
    }

    /** A cursor of another version or kind is a first reading. */
    static PageMemory of(Optional<Cursor> cursor) {
        PageMemory memory = new PageMemory();
        try {
            cursor.map(text -> JSON.read(text.value().getBytes(StandardCharsets.UTF_8)))
                    .filter(node -> node.path("v").asInt() == VERSION)
                    .ifPresent(memory::read);
            return memory;
        } catch (UnreadableJson | NumberFormatException e) {
            return new PageMemory();
        }
    }

    /** Whether no round is under way. */
    boolean atRest() {
        return posts == null && talk == null && waiting.isEmpty() && missing.isEmpty();
    }

    /** Forgets all but the newest posts. */
    void keep(int newest) {
        if (known.size() > newest) {
            List<Map.Entry<String, Known>> all = new ArrayList<>(known.entrySet());
            all.sort(Comparator.comparingLong(entry -> -entry.getValue().date));
            all.subList(newest, all.size()).forEach(entry -> known.remove(entry.getKey()));
        }
    }

    private void read(JsonNode node) {
        readAt = number(node, "at");
        top = number(node, "top");
        turn = number(node, "turn");
        if (node.has("posts")) {
            JsonNode place = node.path("posts");
            posts = new Place(place.path("after").asText(), number(place, "passed"), number(place, "oldest"));
        }
        addWords(node, "missing", missing);
        addWords(node, "waiting", waiting);
        if (node.has("talk")) {
            talk = talk(node.path("talk"));
        }
        for (String one : words(node.path("known").asText(), '|')) {
            readKnown(one);
        }
    }

    private static long number(JsonNode node, String name) {
        return Fields.number(node, name).orElse(0);
    }

    private static List<String> words(String text, char between) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\" + between, -1));
    }

    private static void addWords(JsonNode node, String name, Collection<String> to) {
        to.addAll(words(node.path(name).asText(), ','));
    }

    private static Talk talk(JsonNode node) {
        Talk talk = new Talk(node.path("post").asText());
        talk.after = node.path("after").asText();
        talk.pages = number(node, "pages");
        talk.found = number(node, "found");
        talk.newest = number(node, "newest");
        talk.reached = node.path("reached").asBoolean();
        talk.ended = node.path("ended").asBoolean();
        talk.judged = node.path("judged").asBoolean();
        addWords(node, "before", talk.before);
        addWords(node, "threads", talk.threads);
        addWords(node, "missing", talk.missing);
        return talk;
    }

    /** A post is its id, numbers with commas, then after {@code ;} the comments. */
    private void readKnown(String text) {
        List<String> parts = words(text, ';');
        List<String> head = words(parts.get(0), ',');
        if (parts.size() == 2 && head.size() == 6) {
            Known post = new Known();
            post.read = small(head.get(1));
            post.counted = small(head.get(2));
            post.date = small(head.get(3));
            post.until = small(head.get(4));
            post.turn = small(head.get(5));
            post.comments.addAll(words(parts.get(1), ','));
            known.put(head.get(0), post);
        }
    }

    private static long small(String digits) {
        return Long.parseLong(digits, RADIX);
    }

    private static String small(long number) {
        return Long.toString(number, RADIX);
    }

    /** Writes the memory; the oldest comments are forgotten until it fits. */
    Cursor toCursor() {
        String text = write();
        while (text.length() > FULL && forgetSome()) {
            text = write();
        }
        return new Cursor(text);
    }

    /** Forgets an eighth of the longest list. */
    private boolean forgetSome() {
        List<String> longest = talk == null ? List.of() : talk.before;
        for (Known post : known.values()) {
            longest = post.comments.size() > longest.size() ? post.comments : longest;
        }
        int some = (longest.size() + 7) / 8;
        longest.subList(longest.size() - some, longest.size()).clear();
        return some > 0;
    }

    private String write() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", VERSION);
        fields.put("at", readAt);
        fields.put("top", top);
        fields.put("turn", turn);
        if (posts != null) {
            fields.put("posts", Map.of("after", posts.after(), "passed", posts.passed(), "oldest", posts.oldest()));
        }
        putWords(fields, "missing", missing);
        putWords(fields, "waiting", waiting);
        if (talk != null) {
            fields.put("talk", write(talk));
        }
        fields.put("known", writeKnown());
        return new String(JSON.write(fields), StandardCharsets.UTF_8);
    }

    private static void putWords(Map<String, Object> fields, String name, Collection<String> words) {
        if (!words.isEmpty()) {
            fields.put(name, String.join(",", words));
        }
    }

    private static Map<String, Object> write(Talk talk) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("post", talk.post);
        fields.put("after", talk.after);
        fields.put("pages", talk.pages);
        fields.put("found", talk.found);
        fields.put("newest", talk.newest);
        fields.put("reached", talk.reached);
        fields.put("ended", talk.ended);
        fields.put("judged", talk.judged);
        putWords(fields, "before", talk.before);
        putWords(fields, "threads", talk.threads);
        putWords(fields, "missing", talk.missing);
        return fields;
    }

    private String writeKnown() {
        StringBuilder all = new StringBuilder();
        known.forEach((id, post) -> {
            all.append(all.length() == 0 ? "" : "|").append(id);
            for (long number : new long[] {post.read, post.counted, post.date, post.until, post.turn}) {
                all.append(',').append(small(number));
            }
            all.append(';').append(String.join(",", post.comments));
        });
        return all.toString();
    }
}
