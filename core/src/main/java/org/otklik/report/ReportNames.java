package org.otklik.report;

import java.util.Locale;
import java.util.Optional;
import org.otklik.classify.Topic;
import org.otklik.classify.TopicTree;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Gazetteer;
import org.otklik.place.Place;
import org.otklik.place.Population;
import org.otklik.post.NetworkNames;
import org.otklik.route.BodyDirectory;
import org.otklik.route.ResponsibleBody;

/**
 * The names that a report shows in place of ids; immutable. An id that the pack does not know is shown as it is.
 *
 * @param topics the region's topics
 * @param bodies the region's bodies, those of the past included
 * @param places the region's places with their populations
 * @param networks what the region calls networks
 */
public record ReportNames(TopicTree topics, BodyDirectory bodies, Gazetteer places, NetworkNames networks) {

    /**
     * Names the region.
     *
     * @param locale the reader's language
     * @return the name of the widest place; empty if the gazetteer has none
     */
    public String region(Locale locale) {
        return places.all().stream()
                .filter(place -> place.kind() == Place.Kind.REGION)
                .findFirst()
                .map(place -> name(place, locale))
                .orElse("");
    }

    /**
     * Names a topic.
     *
     * @param id a topic
     * @param locale the reader's language
     * @return its title
     */
    public String topic(TopicId id, Locale locale) {
        return topics.find(id)
                .map(topic -> isRussian(locale) ? topic.title() : topic.titleEn())
                .orElse(id.value());
    }

    /**
     * Names a body as tables do.
     *
     * @param id a body
     * @param locale the reader's language
     * @return its short name
     */
    public String body(BodyId id, Locale locale) {
        return bodies.find(id).map(body -> name(body, locale)).orElse(id.value());
    }

    /**
     * Names a place.
     *
     * @param id a place
     * @param locale the reader's language
     * @return its title
     */
    public String place(PlaceId id, Locale locale) {
        return places.find(id).map(place -> name(place, locale)).orElse(id.value());
    }

    TopicId root(TopicId id) {
        return topics.rootOf(id).map(Topic::id).orElse(id);
    }

    Optional<Population> population(PlaceId id) {
        return places.find(id).flatMap(Place::population).filter(people -> people.count() > 0);
    }

    private static String name(ResponsibleBody body, Locale locale) {
        return isRussian(locale) ? body.shortName() : body.englishName();
    }

    private static String name(Place place, Locale locale) {
        return isRussian(locale) ? place.title() : place.nameEn().orElse(place.title());
    }

    static boolean isRussian(Locale locale) {
        return !"en".equals(locale.getLanguage());
    }
}
