package org.otklik.training;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;

/**
 * How the desk and an earlier system decided on the same posts; immutable.
 *
 * @param rows rows of the table with a post, registered in the period
 * @param outside rows that were registered outside of the period
 * @param withoutPost rows of the period that name no post, so that nothing can be compared
 * @param mistakes the first thousand rows that cannot be read
 * @param agreed rows for which the desk has an incident of the same topic and body, as far as the table names them
 * @param counts how many differences of each kind; a row may differ in topic and body
 * @param examples the first five hundred of each kind
 */
public record ShadowReport(
        long rows,
        long outside,
        long withoutPost,
        List<RowMistake> mistakes,
        long agreed,
        Map<Kind, Long> counts,
        List<Difference> examples) {

    /** How a post was judged differently. */
    public enum Kind {
        /** The other system made an incident of it, the desk did not. */
        MISSED,
        /** The desk made an incident, the other system none of any of its posts. */
        EXTRA,
        /** Both did, and it went to another body. */
        OTHER_BODY,
        /** Both did, and the topics are neither the same nor one within the other. */
        OTHER_TOPIC
    }

    /** Copies the collections. */
    public ShadowReport {
        mistakes = List.copyOf(mistakes);
        Map<Kind, Long> sorted = new EnumMap<>(Kind.class);
        sorted.putAll(counts);
        counts = Map.copyOf(sorted);
        examples = List.copyOf(examples);
    }

    /**
     * One difference; ids and codes only; immutable.
     *
     * @param kind how it differs
     * @param post which post
     * @param number the incident's number in the other system, if it has one
     * @param incident the incident here, if there is one
     * @param registeredAt when it was registered, there or else here
     * @param theirs id of topic or body there; empty if there is none
     * @param ours id of topic or body here, or for what was missed where the post stands, such as
     *     {@code NOT_CAPTURED} or {@code REJECTED NO_MATTER}; empty if there is none
     */
    public record Difference(
            Kind kind,
            PostId post,
            Optional<String> number,
            Optional<IncidentId> incident,
            Instant registeredAt,
            String theirs,
            String ours) {}

    /**
     * Counts differences of a kind.
     *
     * @param kind which
     * @return how many
     */
    public long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /**
     * Writes the examples as a table for people to go through.
     *
     * @param file a CSV in UTF-8, written over
     * @throws IOException if it cannot be written
     */
    public void writeExamples(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvLines.write(out, List.of("kind", "post", "number", "incident", "registered", "theirs", "ours"));
            for (Difference one : examples) {
                CsvLines.write(
                        out,
                        List.of(
                                one.kind().name(),
                                one.post().toString(),
                                one.number().orElse(""),
                                one.incident().map(IncidentId::value).orElse(""),
                                one.registeredAt().toString(),
                                one.theirs(),
                                one.ours()));
            }
        }
    }

    @Override
    public String toString() {
        return rows + " rows compared: " + agreed + " agreed, " + count(Kind.MISSED) + " missed, " + count(Kind.EXTRA)
                + " extra, " + count(Kind.OTHER_BODY) + " with another body, " + count(Kind.OTHER_TOPIC)
                + " with another topic";
    }
}
