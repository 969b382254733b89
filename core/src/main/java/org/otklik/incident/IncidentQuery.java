package org.otklik.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;

/**
 * Asks for incidents: a closed set of filters that all must hold, a named order, a page; immutable.
 *
 * @param filter what must hold
 * @param sort the order
 * @param limit how many at the most, 1 to {@link #LARGEST_PAGE}
 * @param after the last line of the page before, or empty for the first page
 */
public record IncidentQuery(Filter filter, Sort sort, int limit, Optional<PageKey> after) {

    /** The largest page. */
    public static final int LARGEST_PAGE = 1000;

    private static final int USUAL_PAGE = 50;
    private static final Set<IncidentState> OPEN = EnumSet.allOf(IncidentState.class).stream()
            .filter(IncidentState::isOpen)
            .collect(Collectors.toUnmodifiableSet());

    /** The orders that storages keep an index for; ties are broken by id. */
    public enum Sort {
        /** The earliest answer deadline first; incidents without a running clock last. */
        DEADLINE,
        /** The earliest registration first. */
        OLDEST,
        /** The latest registration first. */
        NEWEST
    }

    /**
     * The conditions, each of which may be absent; immutable.
     *
     * @param states any of these; empty set for all
     * @param topic this topic or one below it
     * @param kind this kind
     * @param lead this lead body
     * @param municipality this municipality
     * @param network the network of the first post
     * @param registeredFrom registered at or after
     * @param registeredBefore registered before
     * @param unroutable true for those no body could be found for
     * @param scope only incidents in which one of these bodies has a part; empty for no bound
     */
    public record Filter(
            Set<IncidentState> states,
            Optional<TopicId> topic,
            Optional<MessageKind> kind,
            Optional<BodyId> lead,
            Optional<PlaceId> municipality,
            Optional<NetworkId> network,
            Optional<Instant> registeredFrom,
            Optional<Instant> registeredBefore,
            boolean unroutable,
            Optional<Set<BodyId>> scope) {

        static final Filter NONE = new Filter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());

        /** Copies the sets. */
        public Filter {
            states = Set.copyOf(states);
            scope = scope.map(Set::copyOf);
        }
    }

    /**
     * The place of a line in its order; immutable.
     *
     * @param at the sort value; empty for a line without deadline
     * @param id the incident
     */
    public record PageKey(Optional<Instant> at, String id) {}

    /** Checks the size of the page. */
    public IncidentQuery {
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(sort, "sort");
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + LARGEST_PAGE + " lines, not " + limit + ".");
        }
    }

    /**
     * Asks for all incidents, newest first.
     *
     * @return the query
     */
    public static IncidentQuery all() {
        return new IncidentQuery(Filter.NONE, Sort.NEWEST, USUAL_PAGE, Optional.empty());
    }

    /**
     * Asks for incidents that need work, earliest deadline first.
     *
     * @return the query
     */
    public static IncidentQuery open() {
        return all().in(OPEN).by(Sort.DEADLINE);
    }

    /**
     * Keeps incidents in these states.
     *
     * @param states any of these
     * @return a copy
     */
    public IncidentQuery in(Set<IncidentState> states) {
        Filter f = filter;
        return with(new Filter(
                states,
                f.topic,
                f.kind,
                f.lead,
                f.municipality,
                f.network,
                f.registeredFrom,
                f.registeredBefore,
                f.unroutable,
                f.scope));
    }

    /**
     * Keeps incidents of a topic and the topics below it.
     *
     * @param topic the topic
     * @return a copy
     */
    public IncidentQuery about(TopicId topic) {
        Filter f = filter;
        return with(new Filter(
                f.states,
                Optional.of(topic),
                f.kind,
                f.lead,
                f.municipality,
                f.network,
                f.registeredFrom,
                f.registeredBefore,
                f.unroutable,
                f.scope));
    }

    /**
     * Keeps incidents of a kind.
     *
     * @param kind the kind
     * @return a copy
     */
    public IncidentQuery of(MessageKind kind) {
        Filter f = filter;
        return with(new Filter(
                f.states,
                f.topic,
                Optional.of(kind),
                f.lead,
                f.municipality,
                f.network,
                f.registeredFrom,
                f.registeredBefore,
                f.unroutable,
                f.scope));
    }

    /**
     * Keeps incidents that a body leads.
     *
     * @param body the lead body
     * @return a copy
     */
    public IncidentQuery ledBy(BodyId body) {
        Filter f = filter;
        return with(new Filter(
                f.states,
                f.topic,
                f.kind,
                Optional.of(body),
                f.municipality,
                f.network,
                f.registeredFrom,
                f.registeredBefore,
                f.unroutable,
                f.scope));
    }

    /**
     * Keeps incidents of a municipality.
     *
     * @param municipality the municipality
     * @return a copy
     */
    public IncidentQuery at(PlaceId municipality) {
        Filter f = filter;
        return with(new Filter(
                f.states,
                f.topic,
                f.kind,
                f.lead,
                Optional.of(municipality),
                f.network,
                f.registeredFrom,
                f.registeredBefore,
                f.unroutable,
                f.scope));
    }

    /**
     * Keeps incidents whose first post stands in a network.
     *
     * @param network the network
     * @return a copy
     */
    public IncidentQuery from(NetworkId network) {
        Filter f = filter;
        return with(new Filter(
                f.states,
                f.topic,
                f.kind,
                f.lead,
                f.municipality,
                Optional.of(network),
                f.registeredFrom,
                f.registeredBefore,
                f.unroutable,
                f.scope));
    }

    /**
     * Keeps incidents registered in a period.
     *
     * @param from first instant
     * @param before first instant that no longer belongs to the period
     * @return a copy
     */
    public IncidentQuery registered(Instant from, Instant before) {
        Filter f = filter;
        return with(new Filter(
                f.states,
                f.topic,
                f.kind,
                f.lead,
                f.municipality,
                f.network,
                Optional.of(from),
                Optional.of(before),
                f.unroutable,
                f.scope));
    }

    /**
     * Keeps incidents no body could be found for.
     *
     * @return a copy
     */
    public IncidentQuery unroutable() {
        Filter f = filter;
        return with(new Filter(
                f.states,
                f.topic,
                f.kind,
                f.lead,
                f.municipality,
                f.network,
                f.registeredFrom,
                f.registeredBefore,
                true,
                f.scope));
    }

    /**
     * Keeps incidents in which one of these bodies has a part.
     *
     * @param bodies the bodies
     * @return a copy
     */
    public IncidentQuery within(Set<BodyId> bodies) {
        Filter f = filter;
        return with(new Filter(
                f.states,
                f.topic,
                f.kind,
                f.lead,
                f.municipality,
                f.network,
                f.registeredFrom,
                f.registeredBefore,
                f.unroutable,
                Optional.of(bodies)));
    }

    /**
     * Sets the order.
     *
     * @param order the order
     * @return a copy
     */
    public IncidentQuery by(Sort order) {
        return new IncidentQuery(filter, order, limit, after);
    }

    /**
     * Sets the size of the page.
     *
     * @param most how many lines at the most
     * @return a copy
     */
    public IncidentQuery limit(int most) {
        return new IncidentQuery(filter, sort, most, after);
    }

    /**
     * Asks for the page behind a line.
     *
     * @param key the last line of the page before
     * @return a copy
     */
    public IncidentQuery after(PageKey key) {
        return new IncidentQuery(filter, sort, limit, Optional.of(key));
    }

    private IncidentQuery with(Filter next) {
        return new IncidentQuery(next, sort, limit, after);
    }
}
