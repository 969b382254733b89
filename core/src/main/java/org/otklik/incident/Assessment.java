package org.otklik.incident;

import java.util.List;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.classify.Tone;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Scale;
import org.otklik.text.Evidence;

/**
 * What an incident is about, and why the desk or a moderator thinks so; immutable.
 *
 * @param kind complaint, question, …
 * @param topic where it stands in the rubricator; empty when nobody knows yet
 * @param tone how it is said
 * @param severity how grave it is
 * @param scale how far it reaches
 * @param place the narrowest place known
 * @param municipality the municipality of that place
 * @param evidence rules and spans behind the decision
 * @param confidence 0 to 1; 1 for a person's decision
 * @param version version of rules and pack, or {@code person}
 */
public record Assessment(
        MessageKind kind,
        Optional<TopicId> topic,
        Tone tone,
        Severity severity,
        Scale scale,
        Optional<PlaceId> place,
        Optional<PlaceId> municipality,
        List<Evidence> evidence,
        double confidence,
        String version) {

    /** Copies the list. */
    public Assessment {
        evidence = List.copyOf(evidence);
    }

    /**
     * Returns this assessment with a wider scale.
     *
     * @param newScale how far it reaches now
     * @param newPlace the narrowest place that holds it
     * @param newMunicipality the municipality of that place
     * @return a copy; kind, topic and evidence stay
     */
    Assessment reaching(Scale newScale, Optional<PlaceId> newPlace, Optional<PlaceId> newMunicipality) {
        return new Assessment(
                kind, topic, tone, severity, newScale, newPlace, newMunicipality, evidence, confidence, version);
    }

    /**
     * Returns this assessment with a person's correction.
     *
     * @param newKind kind as the person sees it
     * @param newTopic topic as the person sees it
     * @param newPlace place as the person sees it
     * @param newMunicipality the municipality of that place
     * @return a copy that says a person decided
     */
    public Assessment corrected(
            MessageKind newKind,
            Optional<TopicId> newTopic,
            Optional<PlaceId> newPlace,
            Optional<PlaceId> newMunicipality) {
        return new Assessment(
                newKind, newTopic, tone, severity, scale, newPlace, newMunicipality, evidence, 1, "person");
    }
}
