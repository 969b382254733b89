package org.otklik.place;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.text.Evidence;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

/**
 * The default locator: names of the gazetteer in all their forms, then the discussion, then the page; immutable and
 * thread-safe.
 *
 * <p>What the post itself names counts most; parent, root and page count less, but decide between places of one name.
 */
public final class GazetteerLocator implements Locator {

    private final Gazetteer gazetteer;
    private final Mentions mentions;
    private final ScaleRules scales = new ScaleRules();

    private GazetteerLocator(Gazetteer gazetteer) {
        this.gazetteer = Objects.requireNonNull(gazetteer, "gazetteer");
        mentions = new Mentions(new NameIndex(gazetteer));
    }

    /**
     * Returns a locator over places; making it generates all name forms, so make it once.
     *
     * @param gazetteer the region's places
     * @return the locator
     */
    public static GazetteerLocator of(Gazetteer gazetteer) {
        return new GazetteerLocator(gazetteer);
    }

    @Override
    public Location locate(PostText text) {
        SegmentText own = SegmentText.of(text, Segment.POST);
        List<PlaceCandidate> candidates = Ranking.of(
                gazetteer,
                mentions.in(own),
                mentions.in(SegmentText.of(text, Segment.PARENT)),
                mentions.in(SegmentText.of(text, Segment.ROOT)),
                text.post().discussion().pagePlace());
        Optional<AddressMention> address = Addresses.first(own);
        List<Evidence> told = scales.evidence(own);
        boolean unknown = candidates.isEmpty() && address.isEmpty() && told.isEmpty();
        return unknown ? Location.UNKNOWN : new Location(candidates, address, scale(told, address, candidates), told);
    }

    private Scale scale(List<Evidence> told, Optional<AddressMention> address, List<PlaceCandidate> candidates) {
        Scale widest = told.isEmpty() ? Scale.HOUSE_OR_STREET : ScaleRules.of(told.get(0));
        if (!told.isEmpty() && (widest.compareTo(Scale.HOUSE_OR_STREET) > 0 || address.isEmpty())) {
            return widest;
        }
        if (address.isPresent()) {
            return Scale.HOUSE_OR_STREET;
        }
        return candidates.stream()
                .findFirst()
                .flatMap(candidate -> gazetteer.find(candidate.place()))
                .map(place -> scaleOf(place.kind()))
                .orElse(Scale.MUNICIPAL);
    }

    private static Scale scaleOf(Place.Kind kind) {
        return switch (kind) {
            case REGION -> Scale.REGIONAL;
            case URBAN_OKRUG, MUNICIPAL_DISTRICT -> Scale.MUNICIPAL;
            case INNER_DISTRICT, SETTLEMENT -> Scale.SETTLEMENT;
        };
    }
}
