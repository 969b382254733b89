package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamHead;

/** The columns of a post, written and read in one order. */
final class PostColumns {

    static final List<String> KEYS = List.of("native_id", "network");
    static final List<String> FACTS = List.of(
            "published_at", "captured_at", "source", "author", "parent", "content_hash", "revision", "deleted_at");
    static final List<String> STATE =
            List.of("content", "signal", "decision", "incident", "origin", "answer", "stream_version", "stream_hash");
    static final String ALL =
            "p.native_id, p.network, p.version, p." + String.join(", p.", FACTS) + ", p." + String.join(", p.", STATE);

    private PostColumns() {}

    /** Sets everything but key and version. */
    static Params bind(Params params, PostRow row) throws SQLException {
        PostRow.Facts facts = row.facts();
        PostRow.Link link = row.link();
        return params.instant(facts.publishedAt())
                .instant(facts.capturedAt())
                .text(facts.source())
                .text(facts.author())
                .text(facts.parent())
                .text(facts.contentHash())
                .count(facts.revision())
                .instant(facts.deletedAt())
                .text(row.content())
                .text(row.signal())
                .text(row.decision())
                .text(link.incident())
                .text(link.origin())
                .text(link.answer())
                .number(row.stream().version())
                .text(row.stream().hash());
    }

    /** Reads {@link #ALL}. */
    static PostRow read(Row row) throws SQLException {
        PostId id = row.post();
        long version = row.number();
        PostRow.Facts facts = facts(row);
        Optional<String> content = row.optionalText();
        SignalState signal = row.constant(SignalState.class);
        Optional<String> decision = row.optionalText();
        PostRow.Link link = new PostRow.Link(
                row.optional(IncidentId::of), row.optional(IncidentId::of), row.constant(AnswerState.class));
        return new PostRow(
                id, version, facts, content, signal, decision, link, new StreamHead(row.number(), row.text()));
    }

    private static PostRow.Facts facts(Row row) throws SQLException {
        Instant publishedAt = row.instant();
        Instant capturedAt = row.instant();
        return new PostRow.Facts(
                publishedAt,
                capturedAt,
                row.text(),
                row.optional(Pseudonym::new),
                row.optional(PostColumns::parent),
                row.text(),
                row.count(),
                row.optionalInstant());
    }

    /** Codes of networks have no colon, native ids may. */
    private static PostId parent(String text) {
        int colon = text.indexOf(':');
        return new PostId(NetworkId.of(text.substring(0, colon)), text.substring(colon + 1));
    }
}
