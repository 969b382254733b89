package org.otklik.internal.instruction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.unit.PostReader;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.internal.unit.Verdict;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** The head's own replies in the networks: each may be an instruction, and waits until somebody says so or not. */
final class Offers {

    private static final int PAGE = 500;

    private final Sessions sessions;

    Offers(Sessions sessions) {
        this.sessions = sessions;
    }

    List<Post> list(Actor actor, int limit) {
        return sessions.run(actor, session -> {
            List<PostRow> found = new ArrayList<>();
            Optional<PostRow> last = Optional.empty();
            do {
                List<PostRow> page = session.stores().posts().inState(SignalState.NEEDS_REVIEW, last, PAGE);
                page.stream().filter(this::isOffer).forEach(found::add);
                last = page.size() < PAGE ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            } while (last.isPresent() && found.size() < limit);
            List<PostRow> wanted = found.subList(0, Math.min(limit, found.size()));
            return new PostReader(sessions.parts()).read(session, wanted, actor, Set.of(), Operation.VIEW_INSTRUCTION);
        });
    }

    private boolean isOffer(PostRow row) {
        return row.signal() == SignalState.NEEDS_REVIEW
                && row.decision()
                        .map(json -> sessions.parts()
                                .json()
                                .read(json, Verdict.class)
                                .reason())
                        .filter(Verdict.INSTRUCTION_OFFER::equals)
                        .isPresent();
    }

    /** Takes an offered post out of the queue, because the instruction was issued. */
    void take(Session session, PostId post) {
        Optional.ofNullable(session.stores().posts().find(List.of(post)).get(post))
                .filter(this::isOffer)
                .ifPresent(row -> {
                    PostRow recorded =
                            Rows.record(session, row, new SignalEvent.Dismissed(Verdict.INSTRUCTION_ISSUED, "person"));
                    String verdict = sessions.parts().json().write(Verdict.because(Verdict.INSTRUCTION_ISSUED));
                    session.stores()
                            .posts()
                            .update(List.of(Rows.in(recorded, SignalState.REJECTED, Optional.of(verdict))));
                });
    }
}
