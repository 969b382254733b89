package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.Publication;
import org.otklik.reply.ReplyHash;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;
import org.otklik.testkit.ShownReply;

/** What must hold of a desk and its network at any time (invariants of the domain, P3, P4, P18). */
final class Checker {

    private Checker() {}

    /** Everything at once. */
    static void check(Office office) {
        for (Incident incident : office.all()) {
            assertFolds(office, incident);
            assertCounts(office, incident);
            assertApproved(office, incident);
            assertAtRest(office, incident);
        }
        assertNothingSaidTwice(office);
        assertEquals("", office.chain());
    }

    /** The snapshot is the fold of the history. */
    static void assertFolds(Office office, Incident incident) {
        Incident folded = Incident.fold(office.events(incident.id())).with(incident.posts());
        assertEquals(incident, folded);
        assertEquals(office.history(incident.id()).size(), incident.version());
    }

    /** The counters are the truth about the posts. */
    static void assertCounts(Office office, Incident incident) {
        List<PostRow> posts = rows(office, incident);
        assertEquals(posts.size(), incident.posts().total(), () -> "posts of " + incident);
        assertEquals(
                posts.stream()
                        .filter(row -> row.link().answer() == AnswerState.AWAITING)
                        .count(),
                incident.posts().awaiting(),
                () -> "waiting posts of " + incident);
    }

    static List<PostRow> rows(Office office, Incident incident) {
        return office.storage.transact(
                unit -> unit.posts().ofIncident(incident.id(), Set.of(), Optional.empty(), 10_000));
    }

    /**
     * A closed incident owes nothing and no clock runs; where a body works there is one. (On approval there may be none:
     * the administrator may answer for the region what was answered before anybody was named.)
     */
    static void assertAtRest(Office office, Incident incident) {
        switch (incident.state()) {
            case CLOSED, REJECTED -> {
                assertTrue(incident.clocks().live().isEmpty(), () -> incident + " still has running clocks");
                assertEquals(0, incident.posts().awaiting(), () -> incident + " still owes answers");
                rows(office, incident)
                        .forEach(row -> assertNotEquals(
                                AnswerState.NONE, row.link().answer(), () -> row.id() + " was forgotten"));
            }
            case ROUTED, IN_WORK -> assertTrue(incident.lead().isPresent(), () -> incident + " has no lead body");
            default -> assertNotEquals(IncidentState.ROUTED, incident.state());
        }
    }

    /** What stands in the network was approved as it stands there, by somebody who did not write it. */
    static void assertApproved(Office office, Incident incident) {
        List<IncidentEvent> events = office.events(incident.id());
        for (Publication publication : incident.publications()) {
            if (publication.state().wasSent()) {
                Draft draft = incident.draft(publication.draft()).orElseThrow();
                IncidentEvent.Approved approval = events.stream()
                        .filter(IncidentEvent.Approved.class::isInstance)
                        .map(IncidentEvent.Approved.class::cast)
                        .filter(one -> one.approval().draft().equals(draft.id()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(publication + " was never approved"));
                assertNotEquals(draft.author(), approval.approval().approver());
                assertEquals(draft.hash(), approval.approval().hash());
                office.vk.replies(publication.target()).stream()
                        .filter(reply -> reply.key().equals(publication.id()))
                        .forEach(reply -> assertEquals(
                                approval.approval().hash(),
                                ReplyHash.of(reply.text(), reply.account(), draft.targets())));
            }
        }
    }

    /** No approval of an answer to a post was carried out twice. */
    static void assertNothingSaidTwice(Office office) {
        assertFalse(saidTwice(office.vk.replies()), () -> "said twice: " + office.vk.replies());
    }

    static boolean saidTwice(List<ShownReply> replies) {
        Set<Said> seen = new HashSet<>();
        return !replies.stream().allMatch(reply -> seen.add(new Said(reply.post(), reply.key())));
    }

    private record Said(PostId post, PublicationId key) {}
}
