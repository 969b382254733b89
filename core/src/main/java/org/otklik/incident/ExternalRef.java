package org.otklik.incident;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.post.CleanText;

/**
 * The same case in another system; immutable.
 *
 * @param system slug of the other system, such as {@code pos} or {@code sed}
 * @param number its number there, 1 to 100 characters
 * @param link where it can be opened, if it can
 */
public record ExternalRef(String system, String number, Optional<URI> link) {

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9-]{1,40}");

    /** Checks the shapes. */
    public ExternalRef {
        Objects.requireNonNull(link, "link");
        number = CleanText.of(number).strip();
        if (!SYSTEM.matcher(system).matches()) {
            throw new IllegalArgumentException(
                    "The other system needs a slug of 1 to 40 lower-case letters, digits or hyphens.");
        }
        if (number.isEmpty() || number.length() > 100) {
            throw new IllegalArgumentException("The number in system " + system + " must have 1 to 100 characters.");
        }
    }

    /**
     * Returns a reference without a link.
     *
     * @param system slug of the other system
     * @param number its number there
     * @return the reference
     */
    public static ExternalRef of(String system, String number) {
        return new ExternalRef(system, number, Optional.empty());
    }
}
