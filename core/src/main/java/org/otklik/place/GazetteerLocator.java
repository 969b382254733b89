package org.otklik.place;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.post.Post;
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

    private GazetteerLocator(Gazetteer gazetteer, ZoneId zone) {
        this.gazetteer = Objects.requireNonNull(gazetteer, "gazetteer");
        mentions = new Mentions(gazetteer, Elsewhere.than(gazetteer), zone);
    }

    /**
     * Returns a locator over places, with days in UTC; making it generates all name forms, so make it once.
     *
     * @param gazetteer the region's places
     * @return the locator
     */
    public static GazetteerLocator of(Gazetteer gazetteer) {
        return of(gazetteer, ZoneOffset.UTC);
    }

    /**
     * Returns a locator that knows on which day of the region a post was published, for places that begin or end.
     *
     * @param gazetteer the region's places
     * @param zone the region's zone
     * @return the locator
     */
    public static GazetteerLocator of(Gazetteer gazetteer, ZoneId zone) {
        return new GazetteerLocator(gazetteer, zone);
    }

    @Override
    public Location locate(PostText text) {
        SegmentText own = SegmentText.of(text, Segment.POST);
        Mentions.Told told = mentions.in(own);
        List<Mention> named = told.named();
        List<PlaceCandidate> candidates = Ranking.of(
                gazetteer,
                named,
                mentions.in(text, Segment.PARENT),
                mentions.in(text, Segment.ROOT),
                text.post().discussion().pagePlace(),
                placeOfPoint(text.post()),
                isBesideTown(own, named));
        Optional<AddressMention> address = told.address();
        List<Evidence> scale = told.scale();
        boolean unknown = candidates.isEmpty() && address.isEmpty() && scale.isEmpty();
        return unknown ? Location.UNKNOWN : new Location(candidates, address, scale(scale, address, candidates), scale);
    }

    private Optional<PlaceId> placeOfPoint(Post post) {
        return post.point().isEmpty()
                ? Optional.empty()
                : gazetteer.at(post.point().get()).map(Place::id);
    }

    private static boolean isBesideTown(SegmentText own, List<Mention> named) {
        for (int i = 0; i < named.size(); i++) {
            if (named.get(i).group().isTown()) {
                return Outskirts.isVillageMeant(own, named);
            }
        }
        return false;
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
                .map(place -> ScaleGrowth.scaleOf(place.kind()))
                .orElse(Scale.MUNICIPAL);
    }
}
