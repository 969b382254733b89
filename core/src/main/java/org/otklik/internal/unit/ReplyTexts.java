package org.otklik.internal.unit;

import java.util.Optional;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
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
        return session.stores()
                .texts()
                .find(StreamId.incident(incident), key(draft))
                .map(TextRow::text);
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

    /** Finds the incident of a publication. */
    public static Optional<IncidentId> owner(Session session, PublicationId publication) {
        return session.stores().state().read(PUBLICATION, publication.value()).map(IncidentId::of);
    }
}
