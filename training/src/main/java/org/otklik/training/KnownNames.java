package org.otklik.training;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.Region;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Topic;
import org.otklik.incident.Outcome;
import org.otklik.place.Place;
import org.otklik.route.ResponsibleBody;

/** What the names in a table mean here: by the mapping, else by the region's own names; immutable. */
final class KnownNames {

    private static final Map<String, String> NETWORKS = Map.ofEntries(
            Map.entry("вконтакте", "vk"),
            Map.entry("вк", "vk"),
            Map.entry("одноклассники", "ok"),
            Map.entry("телеграм", "telegram"),
            Map.entry("телеграмм", "telegram"));

    private static final Map<String, String> OUTCOMES = Map.of(
            "решено", Outcome.SOLVED.name(),
            "разъяснено", Outcome.EXPLAINED.name(),
            "запланировано", Outcome.PLANNED.name(),
            "решено частично", Outcome.PARTIAL.name(),
            "отказано", Outcome.REFUSED.name(),
            "не подтвердилось", Outcome.NOT_CONFIRMED.name(),
            "ответ не требуется", Outcome.NO_ANSWER_NEEDED.name());

    private static final Map<String, String> KINDS = Map.of(
            "жалоба", MessageKind.COMPLAINT.name(),
            "вопрос", MessageKind.QUESTION.name(),
            "отзыв", MessageKind.REVIEW.name(),
            "благодарность", MessageKind.GRATITUDE.name(),
            "негатив", MessageKind.NEGATIVE.name(),
            "предложение", MessageKind.PROPOSAL.name(),
            "другое", MessageKind.OTHER.name());

    private final NameMapping mapping;
    private final Map<ImportField, Map<String, String>> own = new EnumMap<>(ImportField.class);

    KnownNames(Region region, NameMapping mapping) {
        this.mapping = mapping;
        own.put(ImportField.TOPIC, topics(region));
        own.put(ImportField.BODY, bodies(region));
        own.put(ImportField.MUNICIPALITY, municipalities(region));
        own.put(ImportField.OUTCOME, with(OUTCOMES, Outcome.values()));
        own.put(ImportField.KIND, with(KINDS, MessageKind.values()));
        own.put(ImportField.NETWORK, NETWORKS);
    }

    /** Returns the id of a name, or {@link NameMapping#NONE}; empty if nobody knows it. */
    Optional<String> id(ImportField field, String name) {
        return mapping.id(field, name)
                .or(() -> Optional.ofNullable(own.getOrDefault(field, Map.of()).get(NameMapping.key(name))));
    }

    /** Names of things; one that two things have says nothing, and ids go before names. */
    private static final class Names {

        private static final String TWO = "";

        private final Map<String, String> ids = new HashMap<>();

        void name(String name, Object id) {
            ids.merge(NameMapping.key(name), id.toString(), (one, other) -> one.equals(other) ? one : TWO);
        }

        Map<String, String> withIds(Collection<?> all) {
            ids.values().removeIf(TWO::equals);
            all.forEach(id -> ids.put(id.toString(), id.toString()));
            return ids;
        }
    }

    private static Map<String, String> topics(Region region) {
        Names names = new Names();
        for (Topic topic : region.topics().all()) {
            names.name(topic.title(), topic.id());
            topic.aliases().forEach(alias -> names.name(alias, topic.id()));
        }
        return names.withIds(region.topics().all().stream().map(Topic::id).toList());
    }

    private static Map<String, String> bodies(Region region) {
        Names names = new Names();
        for (ResponsibleBody body : region.bodies().all()) {
            names.name(body.shortName(), body.id());
            names.name(body.name().nominative(), body.id());
        }
        return names.withIds(
                region.bodies().all().stream().map(ResponsibleBody::id).toList());
    }

    private static Map<String, String> municipalities(Region region) {
        Names names = new Names();
        for (Place place : region.gazetteer().municipalities()) {
            names.name(place.name(), place.id());
            names.name(place.title(), place.id());
        }
        return names.withIds(
                region.gazetteer().municipalities().stream().map(Place::id).toList());
    }

    private static Map<String, String> with(Map<String, String> words, Enum<?>... codes) {
        Map<String, String> ids = new HashMap<>(words);
        for (Enum<?> code : codes) {
            ids.put(NameMapping.key(code.name()), code.name());
        }
        return ids;
    }
}
