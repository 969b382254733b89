package org.otklik.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.cluster.Told.NOON;
import static org.otklik.cluster.Told.incident;
import static org.otklik.cluster.Told.pit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;

/** What holds of the index whatever is done to it. */
class NearDuplicateIndexPropertiesTest {

    private static final int ROOM = 70;
    private static final String[] WORDS = {
        "яма", "дорога", "лифт", "вода", "свет", "снег", "двор", "дом", "мусор", "подъезд", "автобус", "врач", "крыша",
        "люк", "дерево", "собаки"
    };

    /** What may be done to an index. */
    private record Step(int kind, int post, int incident, int seconds) {}

    @Provide
    Arbitrary<List<Step>> work() {
        Arbitrary<Integer> kind = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(12, 0),
                net.jqwik.api.Tuple.of(2, 1),
                net.jqwik.api.Tuple.of(1, 2),
                net.jqwik.api.Tuple.of(1, 3));
        return net.jqwik.api.Combinators.combine(
                        kind,
                        Arbitraries.integers().between(0, 199),
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.integers().between(0, 7_000))
                .as(Step::new)
                .list()
                .ofMaxSize(400);
    }

    @Property(tries = 200)
    void the_index_remembers_what_a_plain_map_would(@ForAll("work") List<Step> steps) {
        NearDuplicateIndex index = NearDuplicateIndex.of(1_000, Duration.ofHours(1));
        Map<Integer, IncidentId> model = new HashMap<>();
        Map<Integer, Instant> times = new HashMap<>();

        for (Step step : steps) {
            Instant at = NOON.plusSeconds(step.seconds());
            switch (step.kind()) {
                case 0 -> {
                    IncidentId incident = incident(step.incident());
                    if (model.values().stream().filter(incident::equals).count() < 32) {
                        index.insert(incident, numbered(step.post(), at));
                        model.put(step.post(), incident);
                        times.put(step.post(), at);
                    }
                }
                case 1 -> {
                    index.forget(numbered(step.post(), at).id());
                    model.remove(step.post());
                }
                case 2 -> {
                    index.remove(incident(step.incident()));
                    model.values().removeIf(incident(step.incident())::equals);
                }
                default -> {
                    index.evictBefore(NOON.plusSeconds(step.seconds() / 10));
                    model.keySet().removeIf(post -> times.get(post).isBefore(NOON.plusSeconds(step.seconds() / 10)));
                }
            }
        }

        assertEquals(model.size(), index.size());
        model.forEach((post, incident) -> assertEquals(
                incident,
                ((SimilarityMatch.Attach) index.find(numbered(post, times.get(post)))).incident(),
                () -> "post " + post));
    }

    /** Each number has a text of its own, which no other resembles. */
    private static SimilarPost numbered(int number, Instant at) {
        StringBuilder text = new StringBuilder("дом " + number);
        for (int i = 0; i < 8; i++) {
            text.append(' ').append(WORDS[(number * 31 + i * 7) % WORDS.length]).append(number * 8 + i);
        }
        return Told.post("n" + number, text.toString(), "roads.potholes", "samara", at);
    }

    @Property(tries = 50)
    void the_index_never_holds_more_than_its_room_and_loses_the_oldest(
            @ForAll @IntRange(min = 1, max = 300) int posts) {
        NearDuplicateIndex small = NearDuplicateIndex.of(ROOM, Duration.ofDays(1));

        for (int i = 0; i < posts; i++) {
            small.insert(incident(i), numbered(i, NOON));
        }

        assertEquals(Math.min(ROOM, posts), small.size());
        for (int i = 0; i < posts; i++) {
            boolean known = small.find(numbered(i, NOON)) instanceof SimilarityMatch.Attach;
            assertEquals(i >= posts - ROOM, known);
        }
    }

    @Property
    void any_text_is_digested_and_its_copy_is_found(@ForAll @Size(max = 3) List<String> strange, @ForAll String id) {
        NearDuplicateIndex index = NearDuplicateIndex.of(10, Duration.ofDays(1));
        String text = String.join(" один два три четыре пять ", strange) + " шесть семь восемь девять десять";
        String name = "x" + id.strip();
        SimilarPost post = pit(name.substring(0, Math.min(150, name.length())), text);

        index.insert(incident(1), post);
        index.insert(incident(2), pit("other", "совсем другая история про лифт и подъезд"));

        SimilarityMatch.Attach attach = (SimilarityMatch.Attach) index.find(post);
        assertEquals(incident(1), attach.incident());
        assertEquals(post.id(), attach.post());
        assertEquals(post.words() == 0 ? 0 : 1, post.sketch().resemblance(post.sketch()));
    }

    @Test
    void the_same_post_has_the_same_answer_on_any_thread_while_others_write() throws Exception {
        NearDuplicateIndex index = NearDuplicateIndex.of(10_000, Duration.ofDays(1));
        SimilarPost asked = numbered(7, NOON);
        index.insert(incident(7), asked);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        boolean same = true;
                        for (int i = 0; i < 1_000; i++) {
                            int number = 100 + thread * 1_000 + i;
                            index.insert(incident(number), numbered(number, NOON));
                            same &= index.find(asked) instanceof SimilarityMatch.Attach known
                                    && known.incident().equals(incident(7));
                        }
                        return same;
                    })
                    .toList();

            for (Future<Boolean> answer : threads.invokeAll(work)) {
                assertTrue(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(4_001, index.size());
    }

    @Test
    void ids_longer_than_usual_and_not_latin_come_back_as_they_were() {
        NearDuplicateIndex index = NearDuplicateIndex.of(10, Duration.ofDays(1));
        List<String> ids = Stream.of("-12345678_987654321", "длинный-идентификатор", "x".repeat(150), "короткий")
                .toList();

        for (String id : ids) {
            String text = "длинный рассказ о яме номер " + id.length() + " которую никто не чинит уже год";
            index.insert(incident(id.length()), pit(id, text));
            SimilarityMatch.Attach attach = (SimilarityMatch.Attach) index.find(pit("q", text));
            assertEquals(id, attach.post().nativeId());
            index.forget(attach.post());
        }

        assertEquals(0, index.size());
    }

    @Test
    void posts_without_words_topic_or_place_are_remembered_and_found_by_nothing() {
        NearDuplicateIndex index = NearDuplicateIndex.of(10, Duration.ofDays(1));
        SimilarPost photo =
                Told.post("p1", "📷 https://vk.com/photo1", Optional.<TopicId>empty(), Optional.<PlaceId>empty(), NOON);
        index.insert(incident(1), photo);

        assertEquals(new SimilarityMatch.None(), index.find(photo));
        assertEquals(List.of(), index.similar(photo));
        assertEquals(1, index.size());
    }
}
