package org.otklik.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.otklik.classify.Guess;
import org.otklik.classify.TrainedModel;
import org.otklik.id.BodyId;
import org.otklik.place.Gazetteer;
import org.otklik.route.Route.Routed;
import org.otklik.route.Route.Unroutable;
import org.otklik.text.PostText;

/**
 * A router that adds to another's answer which bodies answered such texts before; immutable and thread-safe.
 *
 * <p>The other router decides. Its lead stays the lead, and suggestions stand behind its own candidates. Only where a
 * threshold was set, and the model is surer than that, does the model's first body become the lead: of a matter that
 * the other could not route ({@link #leadingAbove}), or even of one that it could ({@link #overridingAbove}). A body
 * that declined, does not exist on the day, stands outside the desk or is not competent for the place is never
 * suggested.
 */
public final class LearnedRouter implements Router {

    private static final int SUGGESTIONS = 3;
    /** More than three are asked for, because some may not act. */
    private static final int ASKED = 12;
    /** No probability is above it. */
    private static final double NEVER = 1;

    private final Router first;
    private final TrainedModel model;
    private final Map<String, BodyId> bodyOfLabel;
    private final BodyDirectory bodies;
    private final Gazetteer gazetteer;
    private final ZoneId zone;
    private final double leadingAbove;
    private final double overridingAbove;

    private LearnedRouter(
            Router first,
            TrainedModel model,
            Map<String, BodyId> bodyOfLabel,
            BodyDirectory bodies,
            Gazetteer gazetteer,
            ZoneId zone,
            double leadingAbove,
            double overridingAbove) {
        this.first = first;
        this.model = model;
        this.bodyOfLabel = bodyOfLabel;
        this.bodies = bodies;
        this.gazetteer = gazetteer;
        this.zone = zone;
        this.leadingAbove = leadingAbove;
        this.overridingAbove = overridingAbove;
    }

    /**
     * Returns a router that only suggests.
     *
     * @param first decides, mostly a {@link RoutingTable}
     * @param model its labels are ids, official names or short names of bodies
     * @param bodies the region's bodies
     * @param gazetteer the region's places, by which competence is judged
     * @param zone the region's zone
     * @return the router
     * @throws IllegalArgumentException naming every label that is no body
     */
    public static LearnedRouter of(
            Router first, TrainedModel model, BodyDirectory bodies, Gazetteer gazetteer, ZoneId zone) {
        Map<String, BodyId> known = names(bodies);
        List<String> unknown = model.labels().stream()
                .filter(label -> !known.containsKey(label))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The model has labels that are no body's id or name: " + unknown
                    + ". Train it with the ids or names of the region pack.");
        }
        return new LearnedRouter(
                Objects.requireNonNull(first, "first"), model, known, bodies, gazetteer, zone, NEVER, NEVER);
    }

    private static Map<String, BodyId> names(BodyDirectory bodies) {
        Map<String, BodyId> known = new HashMap<>();
        for (ResponsibleBody body : bodies.all()) {
            known.putIfAbsent(body.shortName(), body.id());
            known.putIfAbsent(body.name().nominative(), body.id());
        }
        bodies.all().forEach(body -> known.put(body.id().value(), body.id()));
        return Map.copyOf(known);
    }

    /**
     * Lets the model lead where the first router finds no body and nothing stands outside the desk.
     *
     * @param probability how sure the model must be; take it from the share of right answers in training
     * @return a copy
     */
    public LearnedRouter leadingAbove(double probability) {
        return new LearnedRouter(
                first, model, bodyOfLabel, bodies, gazetteer, zone, checked(probability), overridingAbove);
    }

    /**
     * Lets the model lead even where the first router names another body.
     *
     * @param probability how sure the model must be; take it from the share of right answers in training
     * @return a copy
     */
    public LearnedRouter overridingAbove(double probability) {
        return new LearnedRouter(
                first, model, bodyOfLabel, bodies, gazetteer, zone, leadingAbove, checked(probability));
    }

    private static double checked(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("The threshold " + probability + " is not between 0 and 1.");
        }
        return probability;
    }

    /**
     * Suggests bodies for a text, wherever its matter lies.
     *
     * @param text a post with its scan
     * @param at the instant at which the bodies must exist
     * @return at most three, the likeliest first
     */
    public List<BodySuggestion> suggest(PostText text, Instant at) {
        return suggest(text, body -> mayAct(body, at));
    }

    private interface Filter {

        boolean allows(BodyId body);
    }

    private List<BodySuggestion> suggest(PostText text, Filter filter) {
        List<BodySuggestion> suggestions = new ArrayList<>();
        Set<BodyId> seen = new LinkedHashSet<>();
        for (Guess guess : model.top(text, ASKED)) {
            BodyId body = Objects.requireNonNull(bodyOfLabel.get(guess.label()), guess::label);
            if (suggestions.size() < SUGGESTIONS && filter.allows(body) && seen.add(body)) {
                suggestions.add(new BodySuggestion(body, guess.probability(), guess.evidence()));
            }
        }
        return List.copyOf(suggestions);
    }

    @Override
    public Route route(RouteRequest request) {
        Route found = first.route(request);
        if (request.text().filter(PostText::hasWords).isEmpty()) {
            return found;
        }
        Whereabouts where = Whereabouts.of(request.location(), gazetteer);
        List<BodySuggestion> suggestions = suggest(
                request.text().get(),
                body -> !request.declined().contains(body)
                        && mayAct(body, request.at())
                        && bodies.find(body)
                                .filter(known -> where.within(known.places()))
                                .isPresent());
        if (suggestions.isEmpty()) {
            return found;
        }
        return found instanceof Routed routed ? besides(routed, suggestions) : instead((Unroutable) found, suggestions);
    }

    private boolean mayAct(BodyId id, Instant at) {
        return bodies.findActive(id, LocalDate.ofInstant(at, zone))
                .filter(body -> !body.external())
                .isPresent();
    }

    private Route besides(Routed routed, List<BodySuggestion> suggestions) {
        BodySuggestion best = suggestions.get(0);
        boolean overrides = best.probability() > overridingAbove && !best.body().equals(routed.lead());
        Set<BodyId> next = new LinkedHashSet<>();
        if (overrides) {
            next.add(routed.lead());
        }
        next.addAll(routed.nextCandidates());
        suggestions.forEach(suggestion -> next.add(suggestion.body()));
        BodyId lead = overrides ? best.body() : routed.lead();
        List<BodyId> coExecutors =
                routed.coExecutors().stream().filter(body -> !body.equals(lead)).toList();
        next.remove(lead);
        coExecutors.forEach(next::remove);
        return new Routed(
                lead,
                coExecutors,
                List.copyOf(next),
                overrides ? ruleId() : routed.ruleId(),
                overrides ? List.of(RouteReason.LEARNED) : routed.reasons(),
                overrides ? best.probability() : routed.confidence(),
                routed.packVersion());
    }

    private Route instead(Unroutable unroutable, List<BodySuggestion> suggestions) {
        BodySuggestion best = suggestions.get(0);
        Set<BodyId> candidates = new LinkedHashSet<>(unroutable.candidates());
        suggestions.forEach(suggestion -> candidates.add(suggestion.body()));
        boolean outside = unroutable.reason() == Unroutable.Reason.FEDERAL_EXTERNAL;
        if (outside || best.probability() <= leadingAbove) {
            return new Unroutable(
                    unroutable.reason(), List.copyOf(candidates), unroutable.ruleId(), unroutable.packVersion());
        }
        candidates.remove(best.body());
        return new Routed(
                best.body(),
                List.of(),
                List.copyOf(candidates),
                ruleId(),
                List.of(RouteReason.LEARNED),
                best.probability(),
                unroutable.packVersion());
    }

    private String ruleId() {
        return "learned:" + model.version();
    }
}
