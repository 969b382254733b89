package org.otklik.tck;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.id.PlaceId;
import org.otklik.id.PublicationId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;
import org.otklik.instruction.InstructionState;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.post.Pseudonym;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.PostRow.Facts;
import org.otklik.spi.storage.PostRow.Link;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** Rows to store, told apart by a number. */
final class Sample {

    static final Instant START = Instant.parse("2026-11-26T08:00:00.123456Z");
    static final AccountId ACCOUNT = AccountId.of("vk", "official");

    private Sample() {}

    static Instant minute(long number) {
        return START.plus(Duration.ofMinutes(number));
    }

    private static String id(int number) {
        return String.format("%026d", number);
    }

    static IncidentId incidentId(int number) {
        return IncidentId.of(id(number));
    }

    static PublicationId publicationId(int number) {
        return PublicationId.of(id(number));
    }

    static InstructionId instructionId(int number) {
        return InstructionId.of(id(number));
    }

    static PostId postId(int number) {
        return PostId.of("vk", "-1_" + number);
    }

    static Pseudonym pseudonym(int number) {
        return new Pseudonym(String.format("%032x", number));
    }

    static String hash(int number) {
        return String.format("%064x", number);
    }

    /** A captured post, captured and published in the minute of its number. */
    static PostRow post(int number) {
        Facts facts = new Facts(
                minute(number),
                minute(number).plusSeconds(1),
                "vk:official/wall",
                Optional.of(pseudonym(number)),
                Optional.empty(),
                String.format("%032x", number),
                1,
                Optional.empty());
        return new PostRow(
                postId(number),
                1,
                facts,
                Optional.of("{\"text\":\"Яма на дороге " + number + "\"}"),
                SignalState.CAPTURED,
                Optional.empty(),
                Link.NONE,
                StreamHead.EMPTY);
    }

    static Stream<PostRow> posts(int from, int before) {
        return IntStream.range(from, before).mapToObj(Sample::post);
    }

    static PostRow in(PostRow row, SignalState state) {
        return with(row, state, row.link());
    }

    static PostRow attached(PostRow row, IncidentId incident, AnswerState answer) {
        return with(row, SignalState.ATTACHED, Link.to(incident, answer));
    }

    private static PostRow with(PostRow row, SignalState state, Link link) {
        return new PostRow(
                row.id(), row.version(), row.facts(), row.content(), state, row.decision(), link, row.stream());
    }

    static PostRow by(PostRow row, Pseudonym author, Instant publishedAt) {
        Facts old = row.facts();
        Facts facts = new Facts(
                publishedAt,
                old.capturedAt(),
                old.source(),
                Optional.of(author),
                old.parent(),
                old.contentHash(),
                old.revision(),
                old.deletedAt());
        return new PostRow(
                row.id(), row.version(), facts, row.content(), row.signal(), row.decision(), row.link(), row.stream());
    }

    static PostRow deleted(PostRow row) {
        Facts old = row.facts();
        Facts facts = new Facts(
                old.publishedAt(),
                old.capturedAt(),
                old.source(),
                old.author(),
                old.parent(),
                old.contentHash(),
                old.revision(),
                Optional.of(old.capturedAt().plusSeconds(1)));
        return new PostRow(
                row.id(), row.version(), facts, row.content(), row.signal(), row.decision(), row.link(), row.stream());
    }

    /** A post in which nothing is absent. */
    static PostRow fullPost(int number) {
        Facts facts = new Facts(
                minute(number),
                minute(number).plusNanos(1000),
                "manual:phone",
                Optional.of(pseudonym(number)),
                Optional.of(PostId.of("ok", "parent:" + number)),
                String.format("%032x", number),
                7,
                Optional.of(minute(number + 5)));
        Link link = new Link(Optional.of(incidentId(1)), Optional.of(incidentId(2)), AnswerState.WAIVED);
        return new PostRow(
                postId(number),
                1,
                facts,
                Optional.of("{\"text\":\"ё\"}"),
                SignalState.PROMOTED,
                Optional.of("{\"rule\":\"roads.potholes.hole\"}"),
                link,
                new StreamHead(3, hash(number)));
    }

    static EventRow event(StreamId stream, long version) {
        return new EventRow(
                stream,
                version,
                "routed/1",
                minute(version),
                "system:routing",
                "{\"lead\":\"adm-tolyatti\",\"n\":" + version + "}",
                hash((int) version));
    }

    static StreamId stream(int number) {
        return StreamId.incident(incidentId(number));
    }

    static IncidentRow incident(int number) {
        IncidentSummary summary = new IncidentSummary(
                incidentId(number),
                String.format("63-2026-%06d", number),
                IncidentState.ROUTED,
                MessageKind.COMPLAINT,
                Optional.of(TopicId.of("roads.potholes")),
                Optional.of(BodyId.of("adm-tolyatti")),
                Optional.of(PlaceId.of("tolyatti")),
                Severity.NORMAL,
                minute(number),
                Optional.of(minute(number + 1440)));
        return incident(summary, 1);
    }

    static IncidentRow incident(IncidentSummary summary, long version) {
        return new IncidentRow(
                summary,
                NetworkId.of("vk"),
                Set.of(BodyId.of("adm-tolyatti"), BodyId.of("min-transport")),
                false,
                summary.registeredAt().plusSeconds(1),
                new PostCounters(1, 1, summary.registeredAt()),
                new StreamHead(version, hash((int) version)),
                "{\"v\":" + version + "}");
    }

    /** The next version of an incident, as a command would store it. */
    static IncidentRow next(IncidentRow row) {
        long version = row.stream().version() + 1;
        return new IncidentRow(
                row.summary(),
                row.network(),
                row.bodies(),
                row.unroutable(),
                row.updatedAt().plusSeconds(1),
                row.counters(),
                new StreamHead(version, hash((int) version)),
                "{\"v\":" + version + "}");
    }

    static InstructionRow instruction(int number, IncidentId... incidents) {
        return new InstructionRow(
                instructionId(number),
                "П-63-2026-" + number,
                InstructionState.ISSUED,
                Set.of(BodyId.of("adm-syzran"), BodyId.of("min-health")),
                Set.of(incidents),
                minute(number),
                minute(number + 4320),
                minute(number),
                new StreamHead(1, hash(1)),
                "{\"v\":1}");
    }

    static OutboxRow reply(int number) {
        return reply(ACCOUNT.network().code(), number);
    }

    static OutboxRow reply(String network, int number) {
        return new OutboxRow(
                publicationId(number),
                incidentId(number),
                DraftId.of(id(number)),
                PostId.of(network, postId(number).nativeId()),
                AccountId.of(network, ACCOUNT.name()),
                PublicationState.READY,
                minute(number),
                OutboxRow.Claim.NEVER,
                Optional.empty());
    }

    static OutboxRow in(OutboxRow row, PublicationState state, Instant dueAt) {
        return new OutboxRow(
                row.id(),
                row.incident(),
                row.draft(),
                row.target(),
                row.account(),
                state,
                dueAt,
                row.claim(),
                row.nativeReplyId());
    }

    static OutboxRow sent(OutboxRow row, String nativeReplyId) {
        return new OutboxRow(
                row.id(),
                row.incident(),
                row.draft(),
                row.target(),
                row.account(),
                PublicationState.SENT,
                row.dueAt(),
                row.claim(),
                Optional.of(nativeReplyId));
    }
}
