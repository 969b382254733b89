package org.otklik.route;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.id.BodyId;
import org.otklik.route.Route.Routed;
import org.otklik.route.Route.Unroutable;
import org.otklik.route.Route.Unroutable.Reason;

/** One walk through the rows that hold for one matter, most specific first; used once, by one thread. */
final class RouteSearch {

    private static final double PARENT_TOPIC_FACTOR = 0.95;
    private static final double SECOND_CHOICE_FACTOR = 0.8;

    private final RouteRequest request;
    private final Whereabouts where;
    private final BodyDirectory bodies;
    private final LocalDate day;
    private final String packVersion;
    private final Set<RouteReason> passedOver = EnumSet.noneOf(RouteReason.class);
    private final List<BodyId> candidates = new ArrayList<>();
    private @Nullable RankedRow winner;

    RouteSearch(RouteRequest request, Whereabouts where, BodyDirectory bodies, LocalDate day, String packVersion) {
        this.request = request;
        this.where = where;
        this.bodies = bodies;
        this.day = day;
        this.packVersion = packVersion;
    }

    Route through(List<RankedRow> rows) {
        for (RankedRow row : rows) {
            if (candidates.isEmpty()
                    && row.lead().needsMunicipality()
                    && where.municipality().isEmpty()) {
                return placeMissing(row);
            }
            if (candidates.isEmpty() && isExternal(row.lead())) {
                return external(row, rows);
            }
            consider(row);
        }
        return winner == null ? nobody(rows) : routed(winner);
    }

    private void consider(RankedRow row) {
        offer(row.lead());
        for (NamedBody pattern : row.next()) {
            offer(pattern);
        }
        if (winner == null && !candidates.isEmpty()) {
            winner = row;
        }
    }

    private void offer(NamedBody pattern) {
        Optional<BodyId> body = pattern.resolve(where);
        if (body.isEmpty()) {
            pass(pattern.needsDistrict() ? RouteReason.DISTRICT_NOT_KNOWN : null);
            return;
        }
        RouteReason objection = objectionTo(body.get());
        if (objection != null) {
            pass(objection);
        } else if (!isExternal(pattern) && !candidates.contains(body.get())) {
            candidates.add(body.get());
        }
    }

    private void pass(@Nullable RouteReason reason) {
        if (reason != null && candidates.isEmpty()) {
            passedOver.add(reason);
        }
    }

    private @Nullable RouteReason objectionTo(BodyId id) {
        if (request.declined().contains(id)) {
            return RouteReason.DECLINED_BEFORE;
        }
        Optional<ResponsibleBody> body = bodies.findActive(id, day);
        if (body.isEmpty()) {
            return RouteReason.INACTIVE_BODY;
        }
        return where.within(body.get().places()) ? null : RouteReason.OUTSIDE_COMPETENCE;
    }

    private boolean isExternal(NamedBody pattern) {
        Optional<BodyId> id = pattern.resolve(where);
        if (id.isEmpty() || request.declined().contains(id.get())) {
            return false;
        }
        Optional<ResponsibleBody> body = bodies.findActive(id.get(), day);
        return body.isPresent() && body.get().external();
    }

    private Routed routed(RankedRow row) {
        List<BodyId> found = new ArrayList<>(candidates);
        BodyId lead = found.remove(0);
        List<BodyId> coExecutors = coExecutors(row, lead);
        found.removeAll(coExecutors);
        return new Routed(lead, coExecutors, found, row.row().id(), reasons(row), confidence(row), packVersion);
    }

    private List<BodyId> coExecutors(RankedRow row, BodyId lead) {
        if (row.coExecutors().isEmpty()) {
            return List.of();
        }
        return row.coExecutors().stream()
                .filter(pattern -> !isExternal(pattern))
                .flatMap(pattern -> pattern.resolve(where).stream())
                .filter(id -> !id.equals(lead) && objectionTo(id) == null)
                .distinct()
                .toList();
    }

    private List<RouteReason> reasons(RankedRow row) {
        List<RouteReason> reasons = new ArrayList<>();
        reasons.add(topicReason(row));
        reasons.add(row.row().places().isEmpty() ? RouteReason.WHOLE_REGION : RouteReason.PLACE);
        if (!row.row().scales().isEmpty()) {
            reasons.add(RouteReason.SCALE);
        }
        if (row.lead().needsMunicipality()) {
            reasons.add(RouteReason.MUNICIPALITY);
        } else if (row.lead().needsDistrict()) {
            reasons.add(RouteReason.INNER_DISTRICT);
        }
        reasons.addAll(passedOver);
        return reasons;
    }

    private RouteReason topicReason(RankedRow row) {
        if (row.row().topic().isEmpty()) {
            return RouteReason.ANY_TOPIC;
        }
        return row.row().topic().equals(request.topic()) ? RouteReason.TOPIC : RouteReason.PARENT_TOPIC;
    }

    private double confidence(RankedRow row) {
        double topic = row.row().topic().equals(request.topic()) ? 1 : PARENT_TOPIC_FACTOR;
        boolean byPlace = row.lead().needsMunicipality() || row.lead().needsDistrict();
        double place = byPlace ? where.confidence() : 1;
        return topic * place * (isFirstChoice() ? 1 : SECOND_CHOICE_FACTOR);
    }

    /** A district that nobody named is no sign of a wrong turn: the city's own administration is right then. */
    private boolean isFirstChoice() {
        return passedOver.isEmpty() || passedOver.equals(EnumSet.of(RouteReason.DISTRICT_NOT_KNOWN));
    }

    private Unroutable placeMissing(RankedRow row) {
        List<BodyId> possible = new ArrayList<>();
        for (BodyId id : row.lead().resolveAll(where)) {
            if (!request.declined().contains(id) && bodies.findActive(id, day).isPresent()) {
                possible.add(id);
            }
        }
        return new Unroutable(
                where.ambiguous() ? Reason.AMBIGUOUS_PLACE : Reason.NO_PLACE,
                possible,
                Optional.of(row.row().id()),
                packVersion);
    }

    private Unroutable external(RankedRow row, List<RankedRow> rows) {
        Set<BodyId> possible = new LinkedHashSet<>();
        row.lead().resolve(where).ifPresent(possible::add);
        rows.forEach(this::consider);
        possible.addAll(candidates);
        return new Unroutable(
                Reason.FEDERAL_EXTERNAL,
                List.copyOf(possible),
                Optional.of(row.row().id()),
                packVersion);
    }

    private Unroutable nobody(List<RankedRow> rows) {
        Reason reason = Reason.NO_RULE;
        if (passedOver.contains(RouteReason.DECLINED_BEFORE)) {
            reason = Reason.ALL_DECLINED;
        } else if (passedOver.contains(RouteReason.INACTIVE_BODY)) {
            reason = Reason.BODY_INACTIVE;
        }
        return new Unroutable(
                reason,
                List.of(),
                rows.stream().map(ranked -> ranked.row().id()).findFirst(),
                packVersion);
    }
}
