package org.otklik.internal.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.Understanding;
import org.otklik.access.Role;
import org.otklik.classify.Classification;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.cluster.NearDuplicateIndex;
import org.otklik.cluster.SimilarPost;
import org.otklik.cluster.SimilarityIndex;
import org.otklik.cluster.SimilarityMatch;
import org.otklik.cluster.SimilarityReason;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.SignalEvent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OthersWords;
import org.otklik.internal.unit.Rows;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Verdict;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.text.Segment;

/** Turns what was understood into rows and events of one transaction. */
final class Decisions {

    private static final String SAME_TEXT = "SAME_TEXT";
    private static final String NEAR_TEXT = "NEAR_TEXT";
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
        /** Copies in one batch meet here, since the index learns of the first only after the commit. */
        private final SimilarityIndex own;

        private final Attachments attachments;
        private int registered;
        private int attached;
        private int toReview;
        private int dismissed;
        private int handedOver;

        Batch(Session session, int posts) {
            attachments = new Attachments(session);
            own = NearDuplicateIndex.of(posts, session.parts().similarity().window());
        }

        DecisionCount count() {
            return new DecisionCount(registered, attached, toReview, dismissed, handedOver);
        }

        void learn(IncidentId incident, SimilarPost post) {
            learned.add(new Learned(incident, post));
            own.insert(incident, post);
        }

        List<Learned> learned() {
            return learned;
        }
    }

    /** A post that the index gets to know. */
    record Learned(IncidentId incident, SimilarPost post) {}

    Batch decide(Session session, List<Waiting> posts) {
        Batch batch = new Batch(session, Math.max(1, posts.size()));
        posts.forEach(post -> decide(session, batch, post));
        if (!batch.updates.isEmpty()) {
            session.stores()
                    .posts()
                    .update(batch.updates.stream()
                            .map(row -> OthersWords.dropWhenDecided(parts, row))
                            .toList());
        }
        batch.attachments.save();
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
            attach(session, batch, post, post.thread().orElseThrow(), "AUTHOR_REPLIED", meaning);
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
                        incident -> attach(session, batch, post, incident, AUTHOR_ASKED, meaning),
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
        session.tell(
                reason, post.row().id().toString(), "", Set.of(Role.MODERATOR, Role.COORDINATOR), Optional.empty());
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
            attach(session, batch, post, thread.get(), SAME_THREAD, meaning);
            return;
        }
        Optional<SimilarityMatch.Attach> same = sameMatter(batch, meaning.fingerprint());
        if (same.isPresent()) {
            attach(session, batch, post, same.get(), meaning);
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

    /** The index may be behind; whether the incident still takes posts is asked of the storage. */
    private Optional<SimilarityMatch.Attach> sameMatter(Batch batch, SimilarPost post) {
        return attachable(batch, parts.similarity().find(post)).or(() -> attachable(batch, batch.own.find(post)));
    }

    private static Optional<SimilarityMatch.Attach> attachable(Batch batch, SimilarityMatch match) {
        return match instanceof SimilarityMatch.Attach known && batch.attachments.takesPosts(known.incident())
                ? Optional.of(known)
                : Optional.empty();
    }

    private void attach(
            Session session, Batch batch, Waiting post, SimilarityMatch.Attach same, Understanding meaning) {
        String reason = same.reasons().contains(SimilarityReason.SAME_TEXT) ? SAME_TEXT : NEAR_TEXT;
        attach(
                session,
                batch,
                post,
                new SignalEvent.Attached(same.incident(), reason, same.score(), Optional.of(same.post())),
                meaning);
    }

    private void attach(
            Session session, Batch batch, Waiting post, IncidentId incident, String reason, Understanding meaning) {
        attach(session, batch, post, new SignalEvent.Attached(incident, reason, 1, Optional.empty()), meaning);
    }

    private void attach(Session session, Batch batch, Waiting post, SignalEvent.Attached event, Understanding meaning) {
        PostRow row = Rows.record(session, post.row(), event);
        PostRow decided =
                Rows.in(row, SignalState.ATTACHED, verdict(Verdict.of(event.reason(), meaning.classification())));
        batch.updates.add(batch.attachments.attach(decided, event.incident(), meaning.location()));
        batch.learn(event.incident(), meaning.fingerprint());
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
