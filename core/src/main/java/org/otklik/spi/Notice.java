package org.otklik.spi;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Role;
import org.otklik.id.BodyId;

/**
 * Something that a person should know; ids and codes only; immutable.
 *
 * @param id its own id, 26 characters; the same whenever it is told again
 * @param code stable code, such as {@code CLOCK_BREACHED}
 * @param subject id of the incident, instruction or account
 * @param detail a code that tells more, such as the name of a clock; possibly empty
 * @param recipients roles that should hear it
 * @param body whose people should hear it; empty for the region's
 * @param at when it happened
 */
public record Notice(
        String id,
        String code,
        String subject,
        String detail,
        Set<Role> recipients,
        Optional<BodyId> body,
        Instant at) {

    /** Copies the set. */
    public Notice {
        recipients = Set.copyOf(recipients);
    }
}
