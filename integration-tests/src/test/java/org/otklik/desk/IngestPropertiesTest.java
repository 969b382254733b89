package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.otklik.IncidentDesk;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.AuthorRef;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** Whatever the order, however often: the same changes end in the same posts (P2, invariant 7). */
class IngestPropertiesTest {

    private static final Instant BORN = Office.MORNING.minus(Duration.ofHours(2));
    private static final List<String> TEXTS = List.of(Office.PIT, "Привет всем", Office.PIT_WITHOUT_PLACE, "");

    /** A network that hands over what it is told to, page by page. */
    private static final class Courier implements NetworkAdapter {

        private final Deque<List<PostChange>> pages = new ArrayDeque<>();

        @Override
        public NetworkId network() {
            return NetworkId.of("vk");
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.POLL, Capability.EDITS, Capability.DELETIONS);
        }

        @Override
        public void attach(AdapterContext context) {
            // Needs nothing of the desk.
        }

        @Override
        public List<SourceId> sources() {
            return List.of(new SourceId(new AccountId(network(), "official"), "wall"));
        }

        @Override
        public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
            List<PostChange> page = pages.isEmpty() ? List.of() : pages.poll();
            return PostPage.of(page, new Cursor("next"), false);
        }

        @Override
        public Replyability canReply(AccountId account, Post post) {
            return new Replyability.Impossible("READ_ONLY", Optional.empty());
        }

        @Override
        public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
            throw new AssertionError("Nothing is published here.");
        }
    }

    /** What can be said of a post in the end. */
    private record Model(
            Optional<String> text,
            String contentHash,
            boolean deleted,
            Set<String> revisions,
            Optional<String> leftText,
            Optional<SignalState> state) {}

    private static Map<PostId, Model> deliver(List<List<PostChange>> pages, boolean withState) {
        SettableClock clock = SettableClock.startingAt(Office.MORNING);
        InMemoryStorage storage = InMemoryStorage.create(clock);
        Courier courier = new Courier();
        courier.pages.addAll(pages);
        try (IncidentDesk desk = Office.builder(storage, courier, clock).build()) {
            for (int i = 0; i < pages.size(); i++) {
                desk.poll();
            }
            Set<PostId> ids =
                    pages.stream().flatMap(List::stream).map(PostChange::id).collect(Collectors.toSet());
            assertEquals("", desk.privacy().verifyChain(Office.AUDITOR).orThrow());
            Map<PostId, Model> models = new TreeMap<>();
            storage.transact(unit -> {
                unit.posts()
                        .find(ids)
                        .forEach((id, row) ->
                                models.put(id, model(row, unit.posts().revisions(id), withState)));
                return true;
            });
            return withTexts(models, desk);
        }
    }

    private static Model model(PostRow row, List<PostRevision> revisions, boolean withState) {
        return new Model(
                Optional.empty(),
                row.facts().contentHash(),
                row.facts().deletedAt().isPresent(),
                revisions.stream().map(PostRevision::contentHash).collect(Collectors.toSet()),
                revisions.stream().flatMap(one -> one.text().stream()).sorted().reduce((a, b) -> a + "|" + b),
                withState ? Optional.of(row.signal()) : Optional.empty());
    }

    private static Map<PostId, Model> withTexts(Map<PostId, Model> models, IncidentDesk desk) {
        models.replaceAll((id, model) -> new Model(
                Optional.of(desk.review()
                        .view(Office.MODERATOR, id)
                        .orThrow()
                        .post()
                        .text()),
                model.contentHash(),
                model.deleted(),
                model.revisions(),
                model.deleted() ? model.leftText() : Optional.empty(),
                model.state()));
        return models;
    }

    /** Stories of three posts: written, edited at times of the network (also back, also twice at once), deleted. */
    @Provide
    Arbitrary<List<PostChange>> stories() {
        Arbitrary<PostChange> change = Arbitraries.integers()
                .between(1, 3)
                .flatMap(post -> Arbitraries.integers().between(0, 9).map(kind -> change(Office.id("p" + post), kind)));
        return change.list().ofMinSize(1).ofMaxSize(8).map(changes -> {
            List<PostChange> all = new ArrayList<>();
            changes.stream().map(PostChange::id).distinct().forEach(id -> all.add(change(id, 0)));
            all.addAll(changes);
            return all;
        });
    }

    private static PostChange change(PostId id, int kind) {
        if (kind == 9) {
            return new PostChange.Gone(id, BORN.plusSeconds(3600));
        }
        Post post = Post.builder(id, BORN)
                .text(TEXTS.get(kind % TEXTS.size()) + " " + (kind % TEXTS.size() == 3 ? "" : id.nativeId()))
                .author(AuthorRef.of("vk", "author"))
                .build();
        return new PostChange.Present(
                kind == 0
                        ? post
                        : post.toBuilder()
                                .editedAt(BORN.plusSeconds(60L * (kind / 2)))
                                .build());
    }

    private static List<PostChange> shuffled(List<PostChange> changes, long seed) {
        Random random = new Random(seed);
        List<PostChange> mixed = new ArrayList<>(changes);
        for (int i = 0; i < changes.size(); i++) {
            mixed.add(changes.get(random.nextInt(changes.size())));
        }
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private static List<List<PostChange>> cut(List<PostChange> changes, long seed) {
        Random random = new Random(seed);
        List<List<PostChange>> pages = new ArrayList<>();
        pages.add(new ArrayList<>());
        for (PostChange change : changes) {
            if (random.nextInt(3) == 0) {
                pages.add(new ArrayList<>());
            }
            pages.get(pages.size() - 1).add(change);
        }
        return pages;
    }

    @Property(tries = 50)
    void any_order_and_repetition_within_a_page_ends_in_one_model_and_one_decision(
            @ForAll("stories") List<PostChange> story, @ForAll long seed) {
        Map<PostId, Model> inOrder = deliver(List.of(story), true);

        Map<PostId, Model> mixed = deliver(List.of(shuffled(story, seed)), true);

        assertEquals(inOrder, mixed);
    }

    @Property(tries = 50)
    void any_order_repetition_and_paging_ends_in_one_model(
            @ForAll("stories") List<PostChange> story, @ForAll long seed) {
        Map<PostId, Model> inOrder = deliver(List.of(story), false);

        Map<PostId, Model> mixed = deliver(cut(shuffled(story, seed), seed), false);

        assertEquals(inOrder, mixed);
    }

    @Property(tries = 20)
    void a_deleted_post_keeps_no_text_in_any_order(@ForAll("stories") List<PostChange> story, @ForAll long seed) {
        List<PostChange> changes = new ArrayList<>(story);
        changes.add(new PostChange.Gone(Office.id("p1"), BORN.plusSeconds(30)));

        Model model = deliver(cut(shuffled(changes, seed), seed), false).get(Office.id("p1"));

        assertTrue(model.deleted());
        assertEquals(Optional.of(""), model.text());
        assertEquals(Optional.empty(), model.leftText());
    }

    @Property(tries = 1)
    void an_edit_back_to_the_first_text_wins_in_every_order() {
        PostId id = Office.id("p1");
        List<PostChange> there = List.of(at(id, "А", 0), at(id, "Б", 1), at(id, "А", 2));
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            List<PostChange> changes = Arrays.stream(order).mapToObj(there::get).toList();
            assertEquals(
                    Optional.of("А"), deliver(List.of(changes), false).get(id).text(), Arrays.toString(order));
        }
    }

    private static PostChange at(PostId id, String text, int minute) {
        Post post = Post.builder(id, BORN).text(text).build();
        return new PostChange.Present(
                minute == 0
                        ? post
                        : post.toBuilder()
                                .editedAt(BORN.plusSeconds(60L * minute))
                                .build());
    }
}
