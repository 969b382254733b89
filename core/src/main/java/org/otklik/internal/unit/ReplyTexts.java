package org.otklik.internal.unit;

import java.util.Optional;
import java.util.Set;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/** Where the texts of drafts lie, and to which incident a draft belongs. */
public final class ReplyTexts {

    private static final String DRAFT = "draft";
    private static final String PUBLICATION = "publication";

    private ReplyTexts() {}

    /** Keeps the text of a draft, over an earlier one. */
    public static void put(Session session, IncidentId incident, DraftId draft, String text) {
        session.stores()
                .texts()
                .put(new TextRow(key(draft), StreamId.incident(incident), text, Optional.empty(), session.now()));
    }

    /** Reads the text of a draft. */
    public static Optional<String> find(Session session, IncidentId incident, DraftId draft) {
        return row(session, incident, draft).map(TextRow::text);
    }

    /** Reads the text of a draft with when it was written last. */
    public static Optional<TextRow> row(Session session, IncidentId incident, DraftId draft) {
        return session.stores().texts().find(StreamId.incident(incident), key(draft));
    }

    /** Says that the incident of a draft will be asked for, with the text of the draft and the posts that wait. */
    public static void foresee(Session session, DraftId draft) {
        session.stores()
                .foresee(Foresight.ofStored(DRAFT, draft.value())
                        .with(Set.of(Foresight.Part.AWAITING))
                        .withText(key(draft)));
    }

    private static String key(DraftId draft) {
        return "draft:" + draft;
    }

    /** Remembers to which incident a draft belongs. */
    public static void own(Session session, DraftId draft, IncidentId incident) {
        session.stores().state().write(DRAFT, draft.value(), incident.value());
    }

    /** Finds the incident of a draft. */
    public static Optional<IncidentId> owner(Session session, DraftId draft) {
        return session.stores().state().read(DRAFT, draft.value()).map(IncidentId::of);
    }

    /** Remembers to which incident a publication belongs. */
    public static void own(Session session, PublicationId publication, IncidentId incident) {
        session.stores().state().write(PUBLICATION, publication.value(), incident.value());
    }

    /** Says that the incident of a publication will be asked for, with its posts and how far the sending is. */
    public static void foresee(Session session, PublicationId publication) {
        session.stores()
                .foresee(Foresight.ofStored(PUBLICATION, publication.value())
                        .with(Set.of(Foresight.Part.POSTS))
                        .withReply(publication));
    }

    /** Finds the incident of a publication. */
    public static Optional<IncidentId> owner(Session session, PublicationId publication) {
        return session.stores().state().read(PUBLICATION, publication.value()).map(IncidentId::of);
    }
}
