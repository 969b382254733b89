package org.otklik.spi.storage;

import java.time.Instant;
import org.otklik.post.Pseudonym;

/**
 * Somebody saw or erased who stands behind a pseudonym; immutable.
 *
 * @param number rises with each row; 0 before it is stored
 * @param at when
 * @param actor code of who did it
 * @param action what he did
 * @param person the author
 * @param subject where: a post such as {@code vk:-1_2}, or empty
 * @param reason why: an operation such as {@code VIEW_INCIDENT}, or what an officer gave as reason
 */
public record AccessRow(
        long number, Instant at, String actor, Action action, Pseudonym person, String subject, String reason) {

    /** What is done with a person's data. */
    public enum Action {
        /** His name was shown. */
        SHOWN,
        /** His name and words were erased. */
        ERASED
    }
}
