package org.otklik.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

    /** The longest text to look for. */
    public static final int MOST_LETTERS = 200;

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
     * @param words all of them in one text of the incident
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
            Optional<Set<BodyId>> scope,
            Optional<String> words) {

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
                Optional.empty(),
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
        return with(draft -> draft.states = states);
    }

    /**
     * Keeps incidents of a topic and the topics below it.
     *
     * @param topic the topic
     * @return a copy
     */
    public IncidentQuery about(TopicId topic) {
        return with(draft -> draft.topic = Optional.of(topic));
    }

    /**
     * Keeps incidents of a kind.
     *
     * @param kind the kind
     * @return a copy
     */
    public IncidentQuery of(MessageKind kind) {
        return with(draft -> draft.kind = Optional.of(kind));
    }

    /**
     * Keeps incidents that a body leads.
     *
     * @param body the lead body
     * @return a copy
     */
    public IncidentQuery ledBy(BodyId body) {
        return with(draft -> draft.lead = Optional.of(body));
    }

    /**
     * Keeps incidents of a municipality.
     *
     * @param municipality the municipality
     * @return a copy
     */
    public IncidentQuery at(PlaceId municipality) {
        return with(draft -> draft.municipality = Optional.of(municipality));
    }

    /**
     * Keeps incidents whose first post stands in a network.
     *
     * @param network the network
     * @return a copy
     */
    public IncidentQuery from(NetworkId network) {
        return with(draft -> draft.network = Optional.of(network));
    }

    /**
     * Keeps incidents registered in a period.
     *
     * @param from first instant
     * @param before first instant that no longer belongs to the period
     * @return a copy
     */
    public IncidentQuery registered(Instant from, Instant before) {
        return with(draft -> {
            draft.registeredFrom = Optional.of(from);
            draft.registeredBefore = Optional.of(before);
        });
    }

    /**
     * Keeps incidents no body could be found for.
     *
     * @return a copy
     */
    public IncidentQuery unroutable() {
        return with(draft -> draft.unroutable = true);
    }

    /**
     * Keeps incidents in which one of these bodies has a part.
     *
     * @param bodies the bodies
     * @return a copy
     */
    public IncidentQuery within(Set<BodyId> bodies) {
        return with(draft -> draft.scope = Optional.of(bodies));
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

    /**
     * Keeps incidents that have all these words in one of their texts: a post, a draft, an answer, a reference.
     *
     * <p>Case does not matter, nor whether ё is written as е. On PostgreSQL words are found in all their forms, Russian
     * and English ones («ямой» finds «яма»), and words without meaning, such as «на», are left out. Other storages find
     * what holds the words as they are given, also as parts of longer words. Erased texts are not found.
     *
     * @param words one or more, at most {@link #MOST_LETTERS} characters
     * @return a copy
     */
    public IncidentQuery containing(String words) {
        if (words.length() > MOST_LETTERS || words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException(
                    "Words to find have a letter or digit and at most " + MOST_LETTERS + " characters.");
        }
        return with(draft -> draft.words = Optional.of(words.strip()));
    }

    private IncidentQuery with(Consumer<FilterDraft> change) {
        FilterDraft draft = new FilterDraft(filter);
        change.accept(draft);
        return new IncidentQuery(draft.filter(), sort, limit, after);
    }
}
