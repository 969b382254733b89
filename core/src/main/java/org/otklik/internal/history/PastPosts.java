package org.otklik.internal.history;

import java.time.Instant;
import java.util.Optional;
import org.otklik.PastIncident;
import org.otklik.id.IncidentId;
import org.otklik.internal.codec.StoredContent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Verdict;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamHead;

/** The post of an incident that is taken over: decided already, so it waits in no queue. */
final class PastPosts {

    private static final String IMPORTED = "IMPORTED";

    private final DeskParts parts;
    private final String system;

    PastPosts(DeskParts parts, String system) {
        this.parts = parts;
        this.system = system;
    }

    /** A post whose id is not known gets one of its incident's number, which tells nothing of it. */
    PostId id(PastIncident incident) {
        return incident.post()
                .orElseGet(() -> new PostId(
                        incident.network().orElse(NetworkId.MANUAL),
                        "import-" + parts.key().hash("import-post", system, incident.number())));
    }

    PostRow row(PastIncident incident, IncidentId id, Instant now) {
        Post post = post(incident);
        PostRow.Facts facts = new PostRow.Facts(
                post.publishedAt(),
                now,
                "import:" + system,
                post.author().map(parts.key()::pseudonym),
                Optional.empty(),
                parts.key().hash("content", post.text(), ""),
                1,
                Optional.empty());
        AnswerState answer = incident.answeredAt().isPresent() ? AnswerState.ANSWERED : AnswerState.WAIVED;
        return new PostRow(
                post.id(),
                1,
                facts,
                Optional.of(parts.json().write(StoredContent.of(post))),
                SignalState.PROMOTED,
                Optional.of(parts.json().write(Verdict.because(IMPORTED))),
                PostRow.Link.to(id, answer),
                StreamHead.EMPTY);
    }

    private Post post(PastIncident incident) {
        PostBuilder builder = Post.builder(id(incident), incident.publishedAt()).text(incident.text());
        incident.link().ifPresent(builder::address);
        incident.author().ifPresent(builder::author);
        return builder.build();
    }
}
