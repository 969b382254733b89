package org.otklik;

import java.time.Instant;
import java.util.Optional;
import org.otklik.incident.Incident;
import org.otklik.instruction.Instruction;

/**
 * A committed event with what it made of its subject: ids, codes, times and keyed hashes, no free text; immutable.
 *
 * <p>The snapshot is the subject right after this event, so it can be written over an older one wherever the version is
 * higher. Only its count of posts is the present one, since posts come and go without an event of the incident.
 *
 * @param sequence its place among all events, 1 for the first
 * @param kind what it happened to
 * @param subject id of the incident or instruction, or {@code network:nativeId} of the post
 * @param version its place among the events of the subject, 1 for the first
 * @param type name and schema version, such as {@code routed/1}
 * @param at when it happened
 * @param actor code of who did it
 * @param payload JSON of the event itself
 * @param incident the incident right after the event; empty for other kinds
 * @param instruction the instruction right after the event; empty for other kinds
 */
public record DeskEvent(
        long sequence,
        Kind kind,
        String subject,
        long version,
        String type,
        Instant at,
        String actor,
        String payload,
        Optional<Incident> incident,
        Optional<Instruction> instruction) {

    /** What an event can happen to. */
    public enum Kind {
        /** A post on its way to a decision. */
        POST,
        /** An incident. */
        INCIDENT,
        /** An instruction. */
        INSTRUCTION
    }
}
