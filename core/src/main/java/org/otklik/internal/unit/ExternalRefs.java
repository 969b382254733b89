package org.otklik.internal.unit;

import java.util.List;
import java.util.Optional;
import org.otklik.incident.ExternalRef;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/** Keeps numbers in other systems among the erasable texts of a stream, one for each system. */
public final class ExternalRefs {

    private static final String PREFIX = "external:";

    private final DeskParts parts;

    /** Creates the keeper. */
    public ExternalRefs(DeskParts parts) {
        this.parts = parts;
    }

    /** Keeps a reference, over an earlier one of the same system and key. */
    public void put(Session session, StreamId owner, ExternalRef reference) {
        put(session, owner, "", reference);
    }

    /** Keeps a reference of a part of the stream, such as one answer. */
    public void put(Session session, StreamId owner, String part, ExternalRef reference) {
        session.stores()
                .texts()
                .put(new TextRow(
                        PREFIX + reference.system() + part,
                        owner,
                        parts.json().write(reference),
                        Optional.empty(),
                        session.now()));
    }

    /** Lists the references of a stream. */
    public List<ExternalRef> of(Session session, StreamId owner) {
        return session.stores().texts().of(owner).stream()
                .filter(row -> row.key().startsWith(PREFIX))
                .map(row -> parts.json().read(row.text(), ExternalRef.class))
                .toList();
    }
}
