package org.otklik.benchmarks.storage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;
import org.otklik.post.AuthorRef;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** Rows as the desk writes them, of the length of life, made from a number. */
final class Sample {

    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    static final String SNAPSHOT = "{\"evidence\":["
            + "{\"rule\":\"roads.potholes.hole\",\"from\":10,\"to\":14},".repeat(20) + "{}],\"clocks\":["
            + "{\"name\":\"FINAL\",\"startedAt\":\"2026-11-28T12:00:00Z\"},".repeat(10) + "{}]}";

    private static final List<String> WORDS = List.of(
            "во",
            "дворе",
            "третью",
            "неделю",
            "не",
            "вывозят",
            "мусор",
            "улица",
            "Победы",
            "яма",
            "дорога",
            "автобус",
            "остановка",
            "свет",
            "подъезд",
            "Тольятти",
            "Самара",
            "обещали",
            "примите",
            "меры");
    private static final int TEXT = 370;
    private static final int DIFFERENT = 2_000;
    private static final List<String> TEXTS =
            LongStream.range(0, DIFFERENT).mapToObj(Sample::invented).toList();

    private Sample() {}

    static String hash(long number) {
        return String.format(Locale.ROOT, "%064x", number);
    }

    static String id(long number) {
        return String.format(Locale.ROOT, "%026d", number);
    }

    /** One of some texts, made once, since making them is not what is measured. */
    static String text(long number) {
        return TEXTS.get((int) (number % DIFFERENT));
    }

    private static String invented(long number) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder(TEXT + 20);
        while (text.length() < TEXT) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    static PostRow post(long number) {
        PostRow.Facts facts = new PostRow.Facts(
                NOON.plusSeconds(number),
                NOON.plusSeconds(number + 1),
                "vk:official/wall",
                Optional.of(pseudonym(number)),
                Optional.empty(),
                hash(number),
                1,
                Optional.empty());
        return new PostRow(
                PostId.of("vk", "-1_" + number),
                1,
                facts,
                Optional.of("{\"text\":\"" + text(number) + "\",\"url\":\"https://vk.com/wall-1_" + number + "\"}"),
                SignalState.CAPTURED,
                Optional.empty(),
                PostRow.Link.NONE,
                StreamHead.EMPTY);
    }

    private static Pseudonym pseudonym(long number) {
        return new Pseudonym(String.format(Locale.ROOT, "%032x", number * 0x9E3779B97F4A7C15L));
    }

    static PostRevision revision(PostRow post) {
        return new PostRevision(
                1,
                PostRevision.Kind.PUBLISHED,
                post.facts().publishedAt(),
                post.facts().contentHash(),
                Optional.of(text(post.facts().publishedAt().getEpochSecond())));
    }

    static AuthorRow author(PostRow post) {
        return new AuthorRow(
                post.facts().author().orElseThrow(),
                AuthorRef.of("vk", "id" + post.id().nativeId()),
                post.facts().capturedAt());
    }

    static IncidentRow incident(long number) {
        Instant at = NOON.plusSeconds(number);
        IncidentSummary line = new IncidentSummary(
                IncidentId.of(id(number)),
                String.format(Locale.ROOT, "63-2026-%07d", number),
                IncidentState.ROUTED,
                MessageKind.COMPLAINT,
                Optional.of(TopicId.of("roads.potholes")),
                Optional.of(BodyId.of("body-" + number % 50)),
                Optional.of(PlaceId.of("tolyatti")),
                Severity.NORMAL,
                at,
                Optional.of(at.plusSeconds(86_400)));
        return new IncidentRow(
                line,
                NetworkId.of("vk"),
                Set.of(BodyId.of("body-" + number % 50)),
                false,
                at,
                new PostCounters(1, 1, at),
                new StreamHead(1, hash(number)),
                SNAPSHOT);
    }

    /** The next version of an incident, as a command stores it. */
    static IncidentRow next(IncidentRow row) {
        return new IncidentRow(
                row.summary(),
                row.network(),
                row.bodies(),
                row.unroutable(),
                row.updatedAt().plusSeconds(1),
                row.counters(),
                new StreamHead(row.stream().version() + 1, hash(row.stream().version() + 1)),
                row.snapshot());
    }

    static EventRow event(IncidentRow row) {
        return new EventRow(
                StreamId.incident(row.summary().id()),
                row.stream().version(),
                "clock-changed/1",
                row.updatedAt(),
                "system:sweeper",
                "{\"clock\":\"FINAL\",\"change\":\"WARNED\",\"at\":\"2026-11-28T12:00:00Z\"}",
                row.stream().hash());
    }
}
