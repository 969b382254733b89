package org.otklik.route;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;

/**
 * Names a body in a routing row, either outright or through the place of the matter; immutable.
 *
 * @param text a body id such as {@code min-health}, or one with a wildcard: {@code adm-{municipality}},
 *     {@code adm-{district}}
 */
public record BodyPattern(String text) {

    private static final String MUNICIPALITY = "{municipality}";
    private static final String DISTRICT = "{district}";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9._-]*(\\{(municipality|district)})?[a-z0-9._-]*");

    /** Checks the shape. */
    public BodyPattern {
        Objects.requireNonNull(text, "text");
        if (text.isEmpty() || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no body: expected an id, or an id with {municipality} or {district} in it.");
        }
    }

    /**
     * Says whether the body depends on the municipality.
     *
     * @return true with {@code {municipality}}
     */
    public boolean needsMunicipality() {
        return text.contains(MUNICIPALITY);
    }

    /**
     * Says whether the body depends on the inner district.
     *
     * @return true with {@code {district}}
     */
    public boolean needsDistrict() {
        return text.contains(DISTRICT);
    }

    /** Returns the body's id at the municipality or district that the pattern needs. */
    BodyId at(Optional<PlaceId> place) {
        String wildcard = needsMunicipality() ? MUNICIPALITY : DISTRICT;
        return BodyId.of(place.map(one -> text.replace(wildcard, one.value())).orElse(text));
    }

    @Override
    public String toString() {
        return text;
    }
}
