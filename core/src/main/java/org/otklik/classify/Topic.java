package org.otklik.classify;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.id.TopicId;

/**
 * A topic of the region's rubricator; immutable.
 *
 * @param id a stable slug
 * @param title what officials and citizens read, in Russian
 * @param titleEn the same in English
 * @param parent the wider topic; absent for a root
 * @param fastTrack whether the topic is on the fast-track list of quickly solvable problems
 * @param local whether a trouble of the topic is of one spot however many people see it, such as a pothole
 * @param posCode code of the topic in the Платформа обратной связи (ПОС), if it has one
 * @param open311Code service code of the topic in Open311 GeoReport, if it has one
 * @param aliases other names under which imports and routing tables know it
 * @param validFrom first day on which new incidents may have the topic; absent means ever
 * @param validTo last such day; absent means no end
 */
public record Topic(
        TopicId id,
        String title,
        String titleEn,
        Optional<TopicId> parent,
        boolean fastTrack,
        boolean local,
        Optional<String> posCode,
        Optional<String> open311Code,
        List<String> aliases,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo) {

    /** Checks the parts. */
    public Topic {
        Objects.requireNonNull(id, "id");
        if (title.isBlank() || titleEn.isBlank()) {
            throw new IllegalArgumentException("Topic " + id + " needs a Russian and an English title.");
        }
        aliases = List.copyOf(aliases);
        if (validFrom.isPresent() && validTo.isPresent() && validTo.get().isBefore(validFrom.get())) {
            throw new IllegalArgumentException("Topic " + id + " ends before it begins.");
        }
    }

    /**
     * Returns a plain topic: no codes, no aliases, always valid, not on the fast track.
     *
     * @param id a slug; the part before its last full stop is the parent's id
     * @param title in Russian
     * @param titleEn in English
     * @return the topic
     */
    public static Topic of(String id, String title, String titleEn) {
        int dot = id.lastIndexOf('.');
        Optional<TopicId> parent = dot < 0 ? Optional.empty() : Optional.of(TopicId.of(id.substring(0, dot)));
        return new Topic(
                TopicId.of(id),
                title,
                titleEn,
                parent,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Tells whether new incidents of a day may have the topic.
     *
     * @param day a day in the region's zone
     * @return true within validity
     */
    public boolean isValidOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
