package org.otklik.place;

import java.util.Objects;
import org.otklik.text.Evidence;

/**
 * A street, and perhaps a house, that a post names; immutable.
 *
 * @param evidence where it stands
 * @param streetHash hash of the street's stem, to compare mentions; no name
 * @param house whether a house number follows
 */
public record AddressMention(Evidence evidence, long streetHash, boolean house) {

    /** Checks that the evidence is there. */
    public AddressMention {
        Objects.requireNonNull(evidence, "evidence");
    }
}
