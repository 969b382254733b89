package org.otklik.spi.storage;

import java.time.Instant;
import org.otklik.post.AuthorRef;
import org.otklik.post.Pseudonym;

/**
 * An author as his network names him, the only place where that stands; immutable.
 *
 * @param pseudonym what everything else knows of him
 * @param author his network, native id and name
 * @param seenAt when he was last seen
 */
public record AuthorRow(Pseudonym pseudonym, AuthorRef author, Instant seenAt) {}
