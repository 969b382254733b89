package org.otklik.route;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;

/**
 * An organisation that can be made responsible for a matter; immutable.
 *
 * @param id stable slug
 * @param kind sort of organisation
 * @param parent the body above it, which may speak for it
 * @param name official Russian name in all cases
 * @param englishName official name for English readers
 * @param shortName what people write in tables and lists, Russian
 * @param validity days on which the body exists
 * @param external true when the body does not work in this desk and must be written to outside it
 * @param places places that it is competent for, with all inside them; empty means the whole region
 */
public record ResponsibleBody(
        BodyId id,
        BodyKind kind,
        Optional<BodyId> parent,
        CaseForms name,
        String englishName,
        String shortName,
        Validity validity,
        boolean external,
        Set<PlaceId> places) {

    /** Copies the places and checks the names. */
    public ResponsibleBody {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(validity, "validity");
        places = Set.copyOf(places);
        if (englishName.isBlank() || shortName.isBlank()) {
            throw new IllegalArgumentException("The body " + id + " needs an English and a short name.");
        }
        if (parent.filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("The body " + id + " cannot be its own parent.");
        }
    }

    /**
     * Returns the official name in the reader's language.
     *
     * @param locale Russian gives the nominative, any other language the English name
     * @return the name
     */
    public String name(Locale locale) {
        return "ru".equals(locale.getLanguage()) ? name.nominative() : englishName;
    }
}
