package org.otklik.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;

/** The conditions of a query while one of them is set; for one thread. */
final class FilterDraft {

    Set<IncidentState> states;
    Optional<TopicId> topic;
    Optional<MessageKind> kind;
    Optional<BodyId> lead;
    Optional<PlaceId> municipality;
    Optional<NetworkId> network;
    Optional<Instant> registeredFrom;
    Optional<Instant> registeredBefore;
    boolean unroutable;
    Optional<Set<BodyId>> scope;
    Optional<String> words;

    FilterDraft(IncidentQuery.Filter from) {
        states = from.states();
        topic = from.topic();
        kind = from.kind();
        lead = from.lead();
        municipality = from.municipality();
        network = from.network();
        registeredFrom = from.registeredFrom();
        registeredBefore = from.registeredBefore();
        unroutable = from.unroutable();
        scope = from.scope();
        words = from.words();
    }

    IncidentQuery.Filter filter() {
        return new IncidentQuery.Filter(
                states,
                topic,
                kind,
                lead,
                municipality,
                network,
                registeredFrom,
                registeredBefore,
                unroutable,
                scope,
                words);
    }
}
