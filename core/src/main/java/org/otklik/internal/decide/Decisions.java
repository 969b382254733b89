package org.otklik.internal.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.Understanding;
import org.otklik.access.Role;
import org.otklik.classify.Classification;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.cluster.SimilarPost;
import org.otklik.cluster.SimilarityIndex;
import org.otklik.cluster.SimilarityMatch;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OthersWords;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Verdict;
import org.otklik.spi.Notice;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.text.Segment;
import org.otklik.text.TextHash;

/** Turns what was understood into rows and events of one transaction. */
final class Decisions {

    private static final String SAME_TEXT = "SAME_TEXT";
    private static final String SAME_THREAD = "SAME_THREAD";
    private static final String AUTHOR_ASKED = "AUTHOR_ASKED";

    private final DeskParts parts;
    private final OfficialPosts officialPosts;
    private final Echoes echoes;
    private final Registrations registrations;

    Decisions(DeskParts parts) {
        this.parts = parts;
        this.officialPosts = new OfficialPosts(parts);
        this.echoes = new Echoes(parts);
        this.registrations = new Registrations(parts);
    }

    /** The decisions of one transaction, and what the index learns once they are committed. */
    static final class Batch {

        private final List<PostRow> updates = new ArrayList<>();
        private final List<Learned> learned = new ArrayList<>();
        private final Map<Copies, IncidentId> twins = new HashMap<>();
        private final Attachments attachments;
        private int registered;
        private int attached;
        private int toReview;
        private int dismissed;
        private int handedOver;

        Batch(Session session) {
            attachments = new Attachments(session);
        }

        private record Learned(IncidentId incident, SimilarPost post) {}

        /** What copies of a post have in common. */
        private record Copies(TextHash text, Optional<TopicId> topic, Optional<PlaceId> municipality) {

            static Copies of(SimilarPost post) {
                return new Copies(post.text(), post.topic(), post.municipality());
            }
        }

        DecisionCount count() {
            return new DecisionCount(registered, attached, toReview, dismissed, handedOver);
        }

        void learn(IncidentId incident, SimilarPost post) {
            learned.add(new Learned(incident, post));
            twins.putIfAbsent(Copies.of(post), incident);
        }

        /** Two copies in one batch meet here, since the index learns of the first only after the commit. */
        Optional<IncidentId> twin(SimilarPost post) {
            return Optional.ofNullable(twins.get(Copies.of(post)));
        }

        void remember(SimilarityIndex index) {
            learned.forEach(one -> index.insert(one.incident(), one.post()));
        }
    }

    Batch decide(Session session, List<Waiting> posts) {
        Batch batch = new Batch(session);
        posts.forEach(post -> decide(session, batch, post));
        batch.attachments.save();
        if (!batch.updates.isEmpty()) {
            session.stores()
                    .posts()
                    .update(batch.updates.stream()
                            .map(row -> OthersWords.dropWhenDecided(parts, row))
                            .toList());
        }
        return batch;
    }

    private void decide(Session session, Batch batch, Waiting post) {
        if (echoes.isOwn(session, batch.attachments, post)) {
            batch.updates.add(officialPosts.own(session, post));
            batch.dismissed++;
        } else if (post.failure().isPresent()) {
            quarantineAfterLastAttempt(session, batch, post);
        } else if (post.official().isPresent()) {
            batch.updates.add(officialPosts.decide(session, batch.attachments, post));
            batch.dismissed++;
        } else if (post.understanding() != null) {
            decide(session, batch, post, post.understanding());
        }
    }

    private void quarantineAfterLastAttempt(Session session, Batch batch, Waiting post) {
        if (post.attempt() >= parts.limits().attempts()) {
            String reason = post.failure().orElseThrow();
            PostRow row = Rows.record(session, post.row(), new SignalEvent.Quarantined(reason));
            batch.updates.add(Rows.in(row, SignalState.QUARANTINED, verdict(Verdict.because(reason))));
        }
    }

    private void decide(Session session, Batch batch, Waiting post, Understanding meaning) {
        if (meaning.classification() instanceof Classification.HandOver grave) {
            handOver(session, batch, post, grave);
        } else if (batch.attachments.authorReplied(post)) {
            attach(session, batch, post, post.thread().orElseThrow(), "AUTHOR_REPLIED", 1, meaning);
        } else if (meaning.classification() instanceof Classification.NotAnIncident no) {
            dismissUnlessAsked(session, batch, post, meaning, no);
        } else if (meaning.classification() instanceof Classification.Unsure unsure) {
            review(session, batch, post, unsure);
        } else {
            take(session, batch, post, meaning);
        }
    }

    private void dismissUnlessAsked(
            Session session, Batch batch, Waiting post, Understanding meaning, Classification.NotAnIncident no) {
        boolean asked =
                no.reason() == Classification.NotAnIncident.Reason.NOISE && batch.attachments.authorAsksOn(post);
        if (!asked) {
            dismiss(session, batch, post, no);
            return;
        }
        post.thread()
                .filter(batch.attachments::takesPosts)
                .ifPresentOrElse(
                        incident -> attach(session, batch, post, incident, AUTHOR_ASKED, 1, meaning),
                        () -> review(session, batch, post, unsure(no)));
    }

    private static Classification.Unsure unsure(Classification.NotAnIncident no) {
        return new Classification.Unsure(
                Classification.Unsure.Reason.NEEDS_CONTEXT,
                Optional.of(MessageKind.QUESTION),
                List.of(),
                Tone.NEUTRAL,
                Severity.NORMAL,
                no.evidence(),
                no.rulesVersion());
    }

    private void dismiss(Session session, Batch batch, Waiting post, Classification.NotAnIncident no) {
        String reason = no.reason().name();
        PostRow row = Rows.record(session, post.row(), new SignalEvent.Dismissed(reason, no.rulesVersion()));
        batch.updates.add(Rows.in(row, SignalState.REJECTED, verdict(Verdict.of(reason, no))));
        batch.dismissed++;
    }

    private void review(Session session, Batch batch, Waiting post, Classification.Unsure unsure) {
        String reason = unsure.reason().name();
        PostRow row = Rows.record(session, post.row(), new SignalEvent.SentToReview(reason, unsure.rulesVersion()));
        batch.updates.add(Rows.in(row, SignalState.NEEDS_REVIEW, verdict(Verdict.of(reason, unsure))));
        batch.toReview++;
    }

    /** No routine answer may meet it, so it joins no incident, not even that of its thread. */
    private void handOver(Session session, Batch batch, Waiting post, Classification.HandOver grave) {
        String reason = grave.reason().name();
        session.tell(new Notice(
                reason,
                post.row().id().toString(),
                "",
                Set.of(Role.MODERATOR, Role.COORDINATOR),
                Optional.empty(),
                session.now()));
        PostRow row = Rows.record(session, post.row(), new SignalEvent.HandedOver(reason, grave.rulesVersion()));
        batch.updates.add(Rows.in(row, SignalState.HANDED_OVER, verdict(Verdict.of(reason, grave))));
        batch.handedOver++;
    }

    private void take(Session session, Batch batch, Waiting post, Understanding meaning) {
        Optional<IncidentId> thread = post.thread()
                .filter(batch.attachments::takesPosts)
                .filter(incident -> speaksOfItsParent(meaning.classification())
                        || isNothingElse(batch.attachments, incident, meaning));
        if (thread.isPresent()) {
            attach(session, batch, post, thread.get(), SAME_THREAD, 1, meaning);
            return;
        }
        Optional<IncidentId> same = sameText(batch, meaning);
        if (same.isPresent()) {
            attach(session, batch, post, same.get(), SAME_TEXT, 1, meaning);
        } else {
            register(session, batch, post, meaning);
        }
    }

    private static boolean speaksOfItsParent(Classification classification) {
        return classification.evidence().stream()
                .anyMatch(one -> one.segment() == Segment.PARENT || one.segment() == Segment.ROOT);
    }

    /** Who speaks in a thread and names neither another topic nor another place speaks of the same trouble. */
    private static boolean isNothingElse(Attachments attachments, IncidentId id, Understanding meaning) {
        Incident incident = attachments.survivor(id).orElseThrow().incident();
        SimilarPost post = meaning.fingerprint();
        boolean namesStreet = meaning.location()
                .address()
                .filter(street -> street.evidence().segment() == Segment.POST)
                .isPresent();
        return !namesStreet
                && (post.topic().isEmpty() || post.topic().equals(incident.topic()))
                && (post.municipality().isEmpty() || post.municipality().equals(incident.municipality()));
    }

    private Optional<IncidentId> sameText(Batch batch, Understanding meaning) {
        SimilarPost fingerprint = meaning.fingerprint();
        SimilarityMatch match = parts.similarity().find(fingerprint);
        if (match instanceof SimilarityMatch.Attach known && batch.attachments.takesPosts(known.incident())) {
            return Optional.of(known.incident());
        }
        boolean comparable =
                meaning.fingerprint().words() >= 5 && fingerprint.topic().isPresent();
        return comparable ? batch.twin(fingerprint).filter(batch.attachments::takesPosts) : Optional.empty();
    }

    private void attach(
            Session session,
            Batch batch,
            Waiting post,
            IncidentId incident,
            String reason,
            double score,
            Understanding meaning) {
        PostRow row = Rows.record(session, post.row(), new SignalEvent.Attached(incident, reason, score));
        PostRow decided = Rows.in(row, SignalState.ATTACHED, verdict(Verdict.of(reason, meaning.classification())));
        batch.updates.add(batch.attachments.attach(decided, incident));
        batch.learn(incident, meaning.fingerprint());
        batch.attached++;
    }

    private void register(Session session, Batch batch, Waiting post, Understanding meaning) {
        IncidentId incident = registrations.register(
                session,
                batch.attachments,
                post.row(),
                registrations.assessment((Classification.Candidate) meaning.classification(), meaning.location()),
                meaning.route());
        PostRow row = Rows.record(session, post.row(), new SignalEvent.Promoted(incident));
        PostRow decided =
                Rows.in(row, SignalState.PROMOTED, verdict(Verdict.of("CANDIDATE", meaning.classification())));
        batch.updates.add(Rows.linked(decided, Attachments.link(decided, incident)));
        batch.learn(incident, meaning.fingerprint());
        batch.registered++;
    }

    private Optional<String> verdict(Verdict verdict) {
        return Optional.of(parts.json().write(verdict));
    }
}
