package org.otklik.post;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How people read a network's name, with what the law of the place wants to stand beside it; immutable.
 *
 * <p>In Russia, for one, whoever spreads the name of an organisation that a court has forbidden must say so.
 *
 * @param network the network
 * @param title its name in Russian
 * @param titleEn its name in English
 * @param footnote in Russian, what must stand wherever the name stands
 * @param footnoteEn the same in English; where it is absent, English readers see the Russian one
 */
public record NetworkName(
        NetworkId network, String title, String titleEn, Optional<String> footnote, Optional<String> footnoteEn) {

    /** Checks the parts. */
    public NetworkName {
        Objects.requireNonNull(network, "network");
        if (title.isBlank() || titleEn.isBlank()) {
            throw new IllegalArgumentException("Network " + network + " needs a Russian and an English name.");
        }
        if (footnote.isEmpty() && footnoteEn.isPresent()) {
            throw new IllegalArgumentException(
                    "The footnote of network " + network + " needs a Russian text beside the English one.");
        }
    }

    /**
     * Names the network.
     *
     * @param locale English for English readers, Russian for all others
     * @return the name without a mark
     */
    public String title(Locale locale) {
        return isEnglish(locale) ? titleEn : title;
    }

    /**
     * Gives the footnote.
     *
     * @param locale English for English readers, Russian for all others
     * @return the text, if there is one
     */
    public Optional<String> footnote(Locale locale) {
        return isEnglish(locale) ? footnoteEn.or(() -> footnote) : footnote;
    }

    private static boolean isEnglish(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
