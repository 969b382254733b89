package org.otklik.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.id.PlaceId;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;

/** Weighs the mentions of one post against each other; for one post. */
final class Ranking {

    private static final double PARENT_SHARE = 0.8;
    private static final double ROOT_SHARE = 0.7;
    private static final double POINT_SCORE = 0.8;
    private static final double POINT_BONUS = 0.1;
    private static final double PAGE_SCORE = 0.55;
    private static final double NAMESAKE_SHARE = 0.7;
    private static final double PAGE_BONUS = 0.1;
    private static final int FEW = 4;

    private final Gazetteer gazetteer;
    private final Optional<PlaceId> page;
    private final Optional<PlaceId> point;
    private final boolean village;
    /** Everything that is named, own text first. */
    private final List<List<Mention>> mentions;
    /** Made when the first namesakes ask for it. */
    private @Nullable Set<PlaceId> context;

    private final Map<PlaceId, Candidate> byPlace = new LinkedHashMap<>(FEW);

    /** Ranks the places that a post may be about, likeliest first. */
    static List<PlaceCandidate> of(
            Gazetteer gazetteer,
            List<Mention> own,
            List<Mention> parent,
            List<Mention> root,
            Optional<PlaceId> page,
            Optional<PlaceId> point,
            boolean village) {
        boolean nowhere = own.isEmpty() && parent.isEmpty() && root.isEmpty() && page.isEmpty() && point.isEmpty();
        return nowhere ? List.of() : new Ranking(gazetteer, own, parent, root, page, point, village).candidates();
    }

    private Ranking(
            Gazetteer gazetteer,
            List<Mention> own,
            List<Mention> parent,
            List<Mention> root,
            Optional<PlaceId> page,
            Optional<PlaceId> point,
            boolean village) {
        this.gazetteer = gazetteer;
        this.point = point;
        this.village = village;
        this.page = page.filter(id -> gazetteer.find(id).isPresent());
        mentions = List.of(own, parent, root);
        add(own, 1, Optional.empty());
        if (byPlace.isEmpty()) {
            add(parent, PARENT_SHARE, Optional.of(PlaceReason.PARENT));
        }
        if (byPlace.isEmpty()) {
            add(root, ROOT_SHARE, Optional.of(PlaceReason.ROOT));
        }
        point.ifPresent(this::addPoint);
        this.page.ifPresent(this::addPage);
        preferNarrow();
    }

    /** Municipalities that decide between namesakes: those named in the post, else in the discussion, else the page's. */
    private Set<PlaceId> namedContext() {
        Set<PlaceId> named = new HashSet<>();
        for (List<Mention> segment : mentions) {
            for (Mention mention : segment) {
                List<Place> places = mention.group().places();
                if (places.size() == 1 || mention.group().isMunicipality()) {
                    municipality(places.get(0)).ifPresent(named::add);
                }
            }
            if (!named.isEmpty()) {
                return named;
            }
        }
        point.or(() -> page).flatMap(gazetteer::municipalityOf).map(Place::id).ifPresent(named::add);
        return named;
    }

    private Optional<PlaceId> municipality(Place place) {
        return gazetteer.municipalityOf(place.id()).map(Place::id);
    }

    private void add(List<Mention> mentions, double share, Optional<PlaceReason> reason) {
        double order = 0.02;
        for (Mention mention : mentions) {
            addMention(mention, share, order, reason);
            order = 0;
        }
    }

    private void addMention(Mention mention, double share, double bonus, Optional<PlaceReason> reason) {
        List<Place> places = withoutTwins(mention.group().places());
        EnumSet<PlaceReason> reasons = EnumSet.noneOf(PlaceReason.class);
        reasons.addAll(mention.reasons());
        reason.ifPresent(reasons::add);
        boolean doubtful = village && mention.group().isTown();
        double score = Math.min(1, mention.score() * share * (doubtful ? Outskirts.SHARE : 1) + bonus);
        if (places.size() == 1) {
            put(places.get(0).id(), score, reasons, mention.evidence());
        } else {
            addNamesakes(places, score, reasons, mention.evidence());
        }
    }

    /** Of places with one name those in a municipality that the context names are meant; two in it mean that one. */
    private void addNamesakes(List<Place> places, double score, EnumSet<PlaceReason> reasons, Evidence evidence) {
        List<Place> inContext = inContext(places);
        List<Place> decided = inContext.isEmpty() ? places : inContext;
        Set<PlaceId> municipalities = new HashSet<>();
        for (Place place : decided) {
            municipality(place).ifPresent(municipalities::add);
        }
        if (municipalities.size() == 1) {
            reasons.add(PlaceReason.MUNICIPALITY_DECIDES);
            PlaceId meant = decided.size() == 1
                    ? decided.get(0).id()
                    : municipalities.iterator().next();
            put(meant, score, reasons, evidence);
            return;
        }
        reasons.add(PlaceReason.AMBIGUOUS);
        decided.forEach(place -> put(place.id(), score * NAMESAKE_SHARE, EnumSet.copyOf(reasons), evidence));
    }

    private List<Place> inContext(List<Place> places) {
        Set<PlaceId> known = context == null ? namedContext() : context;
        context = known;
        List<Place> inContext = new ArrayList<>(places.size());
        for (Place place : places) {
            Optional<PlaceId> municipality = municipality(place);
            if (municipality.isPresent() && known.contains(municipality.get())) {
                inContext.add(place);
            }
        }
        return inContext;
    }

    /** A town and the municipality of the same name are one; of a municipality and far villages the first is meant. */
    private static List<Place> withoutTwins(List<Place> places) {
        if (places.size() == 1) {
            return places;
        }
        List<Place> municipalities =
                places.stream().filter(place -> place.kind().isMunicipality()).toList();
        return municipalities.isEmpty() ? places : municipalities;
    }

    /** A photo may be sent from elsewhere, so a place that the text names is not overruled by the point, only confirmed. */
    private void addPoint(PlaceId id) {
        boolean confirmed = false;
        for (Map.Entry<PlaceId, Candidate> entry : byPlace.entrySet()) {
            if (gazetteer.isWithin(entry.getKey(), id) || gazetteer.isWithin(id, entry.getKey())) {
                entry.getValue().score = Math.min(1, entry.getValue().score + POINT_BONUS);
                entry.getValue().reasons.add(PlaceReason.POINT);
                confirmed = true;
            }
        }
        if (!confirmed) {
            Evidence evidence = Evidence.whole("place.point", Segment.POST);
            put(id, byPlace.isEmpty() ? POINT_SCORE : POINT_SCORE / 2, EnumSet.of(PlaceReason.POINT), evidence);
        }
    }

    private void addPage(PlaceId id) {
        boolean nothingNamed = byPlace.isEmpty();
        for (Map.Entry<PlaceId, Candidate> entry : byPlace.entrySet()) {
            if (gazetteer.isWithin(entry.getKey(), id)) {
                entry.getValue().score = Math.min(1, entry.getValue().score + PAGE_BONUS);
                entry.getValue().reasons.add(PlaceReason.PAGE);
            }
        }
        boolean region = gazetteer
                .find(id)
                .filter(place -> place.kind() == Place.Kind.REGION)
                .isPresent();
        if (nothingNamed || (strongest() < PAGE_SCORE && !region)) {
            Evidence evidence = Evidence.whole("place.page", Segment.PAGE);
            put(id, region ? PAGE_SCORE / 2 : PAGE_SCORE, EnumSet.of(PlaceReason.PAGE), evidence);
        }
    }

    private double strongest() {
        return byPlace.values().stream()
                .mapToDouble(candidate -> candidate.score)
                .max()
                .orElse(0);
    }

    /** Puts a place, whose reasons nobody else may change any more. */
    private void put(PlaceId id, double score, EnumSet<PlaceReason> reasons, Evidence evidence) {
        Candidate known = byPlace.get(id);
        if (known == null) {
            byPlace.put(id, new Candidate(score, reasons, evidence));
            return;
        }
        known.score = Math.min(1, Math.max(known.score, score) + 0.03);
        known.reasons.addAll(reasons);
        known.evidence.add(evidence);
    }

    /** A village that is named beside its municipality is what the post is about. */
    private void preferNarrow() {
        if (byPlace.size() < 2) {
            return;
        }
        byPlace.forEach((wide, wider) -> byPlace.forEach((narrow, narrower) -> {
            boolean contains = !wide.equals(narrow) && gazetteer.isWithin(narrow, wide);
            if (contains && narrower.score >= 0.4 && !narrower.reasons.contains(PlaceReason.AMBIGUOUS)) {
                narrower.score = Math.min(1, Math.max(narrower.score, wider.score));
                wider.score = Math.min(wider.score, narrower.score - 0.15);
            }
        }));
    }

    private List<PlaceCandidate> candidates() {
        List<PlaceCandidate> candidates = new ArrayList<>();
        byPlace.forEach((id, candidate) -> candidates.add(
                new PlaceCandidate(id, Math.max(0, candidate.score), candidate.reasons, candidate.evidence)));
        candidates.sort(Comparator.comparingDouble(PlaceCandidate::score).reversed());
        return List.copyOf(candidates);
    }

    /** A candidate while its score still changes. */
    private static final class Candidate {

        private double score;
        private final EnumSet<PlaceReason> reasons;
        private final List<Evidence> evidence = new ArrayList<>(1);

        Candidate(double score, EnumSet<PlaceReason> reasons, Evidence evidence) {
            this.score = score;
            this.reasons = reasons;
            this.evidence.add(evidence);
        }
    }
}
