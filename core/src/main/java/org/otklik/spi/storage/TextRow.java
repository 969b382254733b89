package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Optional;
import org.otklik.post.Pseudonym;

/**
 * A free text, kept apart from everything that stays; immutable.
 *
 * @param key unique within its owner, such as {@code draft:01j…} or {@code external:pos}
 * @param owner the stream it belongs to
 * @param text the text
 * @param author the citizen whose words these are, if they are a citizen's
 * @param at when it was written
 */
public record TextRow(String key, StreamId owner, String text, Optional<Pseudonym> author, Instant at) {}
