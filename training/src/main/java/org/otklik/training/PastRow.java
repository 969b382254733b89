package org.otklik.training;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.otklik.PastIncident;
import org.otklik.PastIncidentBuilder;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;

/** Reads rows of an earlier system's table as incidents; for one thread. */
final class PastRow {

    private final Map<ImportField, Integer> places;
    private final KnownNames names;
    private final Moments moments;
    private final Unknowns unknowns;

    PastRow(Map<ImportField, Integer> places, KnownNames names, Moments moments, Unknowns unknowns) {
        this.places = places;
        this.names = names;
        this.moments = moments;
        this.unknowns = unknowns;
    }

    /** Thrown for a row that says nothing that could be used; the message quotes no text of a citizen. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    PastIncident read(List<String> cells) throws Unusable {
        Optional<Instant> registered = moment(ImportField.REGISTERED_AT, cells);
        if (registered.isEmpty()) {
            throw new Unusable("REGISTERED_AT is empty.");
        }
        PastIncidentBuilder incident = PastIncident.builder(
                cell(ImportField.NUMBER, cells).orElseThrow(() -> new Unusable("NUMBER is empty.")), registered.get());
        moment(ImportField.PUBLISHED_AT, cells).ifPresent(incident::publishedAt);
        moment(ImportField.ANSWERED_AT, cells).ifPresent(incident::answeredAt);
        moment(ImportField.CLOSED_AT, cells).ifPresent(incident::closedAt);
        cell(ImportField.TEXT, cells).ifPresent(incident::text);
        cell(ImportField.ANSWER, cells).ifPresent(incident::answer);
        names(cells, incident);
        post(cells, incident);
        return incident.build();
    }

    /** All unknown names of a row are counted, so that one mapping is enough to take it over. */
    private void names(List<String> cells, PastIncidentBuilder incident) throws Unusable {
        List<ImportField> unknown = new ArrayList<>();
        named(ImportField.KIND, cells, id -> incident.kind(MessageKind.valueOf(id)), unknown);
        named(ImportField.TOPIC, cells, id -> incident.topic(TopicId.of(id)), unknown);
        named(ImportField.BODY, cells, id -> incident.body(BodyId.of(id)), unknown);
        named(ImportField.MUNICIPALITY, cells, id -> incident.municipality(PlaceId.of(id)), unknown);
        named(ImportField.OUTCOME, cells, id -> incident.outcome(Outcome.valueOf(id)), unknown);
        if (!unknown.isEmpty()) {
            throw new Unusable(unknown + " have names that nobody knows here; map them.");
        }
    }

    private void post(List<String> cells, PastIncidentBuilder incident) throws Unusable {
        Optional<NetworkId> network = network(cells);
        Optional<String> post = cell(ImportField.POST_ID, cells);
        Optional<String> author = cell(ImportField.AUTHOR, cells);
        try {
            network.ifPresent(incident::network);
            if (network.isPresent() && post.isPresent()) {
                incident.post(new PostId(network.get(), post.get()));
            }
            cell(ImportField.LINK, cells).map(URI::create).ifPresent(incident::link);
            if (author.isPresent()) {
                incident.author(new AuthorRef(
                        network.orElse(NetworkId.MANUAL), author.get(), cell(ImportField.AUTHOR_NAME, cells)));
            }
        } catch (IllegalArgumentException e) {
            throw new Unusable("POST_ID, LINK or AUTHOR is malformed.");
        }
    }

    /** A network may be one that the desk has no adapter for; any code is taken. */
    private Optional<NetworkId> network(List<String> cells) throws Unusable {
        Optional<String> name = cell(ImportField.NETWORK, cells);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String code = names.id(ImportField.NETWORK, name.get()).orElse(NameMapping.key(name.get()));
        try {
            return code.equals(NameMapping.NONE) ? Optional.empty() : Optional.of(NetworkId.of(code));
        } catch (IllegalArgumentException e) {
            unknowns.add(ImportField.NETWORK, name.get());
            throw new Unusable("NETWORK has a name that nobody knows here; map it.");
        }
    }

    private void named(ImportField field, List<String> cells, Consumer<String> setter, List<ImportField> unknown)
            throws Unusable {
        Optional<String> name = cell(field, cells);
        Optional<String> id = name.flatMap(known -> names.id(field, known));
        if (name.isPresent() && id.isEmpty()) {
            unknowns.add(field, name.get());
            unknown.add(field);
        }
        try {
            id.filter(known -> !known.equals(NameMapping.NONE)).ifPresent(setter);
        } catch (IllegalArgumentException e) {
            throw new Unusable(field + " is mapped to what is no id.");
        }
    }

    private Optional<Instant> moment(ImportField field, List<String> cells) throws Unusable {
        Optional<String> text = cell(field, cells);
        Optional<Instant> moment = text.flatMap(moments::read);
        if (text.isPresent() && moment.isEmpty()) {
            throw new Unusable(field + " is no time such as 28.11.2026 14:05 or 2026-11-28T14:05:00+04:00.");
        }
        return moment;
    }

    private Optional<String> cell(ImportField field, List<String> cells) {
        return Optional.ofNullable(places.get(field))
                .filter(place -> place < cells.size())
                .map(cells::get)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
