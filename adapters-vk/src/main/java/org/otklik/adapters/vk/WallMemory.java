package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.Cursor;

/**
 * What is known of a wall, and how far a round over it has come: the content of a wall's cursor; for one thread.
 *
 * <p>Ids on a wall grow, posts and comments together, so that what is above the highest known one is new. Of the newest
 * posts their comments' ids are kept, as many as the cursor holds: what is missing where they were is gone.
 */
final class WallMemory {

    private static final int VERSION = 1;
    private static final int RADIX = Character.MAX_RADIX;
    private static final int FULL = Cursor.LARGEST - 200;
    private static final WireJson JSON = WireJson.ofAnswers();

    /** When the last round ended, in Unix seconds. */
    long readAt;

    /** The highest post id of all ended rounds; nought before the first ended. */
    long top;

    /** Counts rounds, so that each re-reads the comments of another post. */
    long turn;

    /** How far the posts are read in this round. */
    @Nullable
    Place posts;

    /** Posts whose comments are to be read in this round. */
    final Deque<Long> waiting = new ArrayDeque<>();

    /** The discussion that is being read. */
    @Nullable
    Talk talk;

    /** The newest posts by id. */
    final NavigableMap<Long, Known> known = new TreeMap<>();

    /** A place in a list that is read from the newest on: how many were passed, and the lowest id that was seen. */
    record Place(long offset, long low) {

        static final Place START = new Place(0, Long.MAX_VALUE);
    }

    /** What is known of a post. */
    static final class Known {

        /** How many comments there were when they were last read whole; below nought if never. */
        long read = -1;

        /** How many comments VK counts now. */
        long counted;

        /** When the post was published, in Unix seconds. */
        long date;

        /** Comments up to this id were seen, though they are not remembered one by one. */
        long forgotten;

        /** Comments by id: of the first level how many replies were read under it, of a reply minus its thread's id. */
        final NavigableMap<Long, Long> comments = new TreeMap<>();

        boolean isSeen(long comment) {
            return comment <= forgotten || comments.containsKey(comment);
        }
    }

    /** How far the comments of a post are read. */
    static final class Talk {

        final long post;

        Place place = Place.START;
        Place inThread = Place.START;
        long pages;
        long found;

        /** Whether known comments or the end were reached. */
        boolean reached;

        boolean ended;

        /** Becomes {@link Known#forgotten} when the discussion is read: until then nothing below may count as seen. */
        long forgotten;

        final Deque<Long> threads = new ArrayDeque<>();

        Talk(long post) {
            this.post = post;
        }
    }

    /** A cursor of another version or kind is a first reading. */
    static WallMemory of(Optional<Cursor> cursor) {
        WallMemory memory = new WallMemory();
        try {
            cursor.map(text -> JSON.read(text.value().getBytes(StandardCharsets.UTF_8)))
                    .filter(node -> node.path("v").asInt() == VERSION)
                    .ifPresent(memory::read);
            return memory;
        } catch (UnreadableJson | NumberFormatException e) {
            return new WallMemory();
        }
    }

    /** Whether no round is under way. */
    boolean atRest() {
        return posts == null && talk == null && waiting.isEmpty();
    }

    /** Forgets all but the newest posts. */
    void keep(int newest) {
        while (known.size() > newest) {
            known.pollFirstEntry();
        }
    }

    private void read(JsonNode node) {
        readAt = number(node, "at");
        top = number(node, "top");
        turn = number(node, "turn");
        posts = node.has("posts") ? place(node, "posts") : null;
        numbers(node, "waiting").forEach(waiting::add);
        if (node.has("talk")) {
            talk = talk(node.path("talk"));
        }
        Fields.text(node, "known").ifPresent(this::readKnown);
    }

    private static long number(JsonNode node, String name) {
        return Fields.number(node, name).orElse(0);
    }

    private static Place place(JsonNode node, String name) {
        JsonNode pair = node.path(name);
        return new Place(pair.path(0).asLong(), pair.path(1).asLong());
    }

    private static Iterable<Long> numbers(JsonNode node, String name) {
        return Fields.items(node, name).map(JsonNode::asLong).toList();
    }

    private static Talk talk(JsonNode node) {
        Talk talk = new Talk(number(node, "post"));
        talk.place = place(node, "place");
        talk.inThread = place(node, "in");
        talk.pages = number(node, "pages");
        talk.found = number(node, "found");
        talk.reached = node.path("reached").asBoolean();
        talk.ended = node.path("ended").asBoolean();
        talk.forgotten = number(node, "forgotten");
        numbers(node, "threads").forEach(talk.threads::add);
        return talk;
    }

    /** Posts are divided by {@code |}: numbers with dots, then after {@code ;} the comments. */
    private void readKnown(String text) {
        for (String one : text.split("\\|", -1)) {
            String[] parts = one.split(";", -1);
            String[] numbers = parts[0].split("\\.", -1);
            if (parts.length == 2 && numbers.length == 5) {
                Known post = new Known();
                post.read = small(numbers[1]);
                post.counted = small(numbers[2]);
                post.date = small(numbers[3]);
                post.forgotten = small(numbers[4]);
                readComments(post, parts[1]);
                known.put(small(numbers[0]), post);
            }
        }
    }

    private static void readComments(Known post, String text) {
        for (String one : text.split(",", -1)) {
            int dot = one.indexOf('.');
            if (dot > 0) {
                post.comments.put(small(one.substring(0, dot)), small(one.substring(dot + 1)));
            }
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

    /** Forgets an eighth of the comments of the oldest post that has any. */
    private boolean forgetSome() {
        for (Map.Entry<Long, Known> entry : known.entrySet()) {
            Known post = entry.getValue();
            int some = (post.comments.size() + 7) / 8;
            Iterator<Long> ids = post.comments.keySet().iterator();
            for (int i = 0; i < some; i++) {
                forget(entry.getKey(), post, ids.next());
                ids.remove();
            }
            if (some > 0) {
                return true;
            }
        }
        return false;
    }

    private void forget(long id, Known post, long comment) {
        if (talk != null && talk.post == id) {
            talk.forgotten = Math.max(talk.forgotten, comment);
        } else {
            post.forgotten = Math.max(post.forgotten, comment);
        }
    }

    private String write() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("v", VERSION);
        fields.put("at", readAt);
        fields.put("top", top);
        fields.put("turn", turn);
        if (posts != null) {
            fields.put("posts", pair(posts));
        }
        if (!waiting.isEmpty()) {
            fields.put("waiting", waiting);
        }
        if (talk != null) {
            fields.put("talk", write(talk));
        }
        fields.put("known", writeKnown());
        return new String(JSON.write(fields), StandardCharsets.UTF_8);
    }

    private static long[] pair(Place place) {
        return new long[] {place.offset(), place.low()};
    }

    private static Map<String, Object> write(Talk talk) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("post", talk.post);
        fields.put("place", pair(talk.place));
        fields.put("in", pair(talk.inThread));
        fields.put("pages", talk.pages);
        fields.put("found", talk.found);
        fields.put("reached", talk.reached);
        fields.put("ended", talk.ended);
        fields.put("forgotten", talk.forgotten);
        fields.put("threads", talk.threads);
        return fields;
    }

    private String writeKnown() {
        StringJoiner all = new StringJoiner("|");
        known.forEach((id, post) -> {
            StringJoiner comments = new StringJoiner(",");
            post.comments.forEach((comment, link) -> comments.add(small(comment) + "." + small(link)));
            all.add(String.join(
                            ".",
                            small(id),
                            small(post.read),
                            small(post.counted),
                            small(post.date),
                            small(post.forgotten))
                    + ";"
                    + comments);
        });
        return all.toString();
    }
}
