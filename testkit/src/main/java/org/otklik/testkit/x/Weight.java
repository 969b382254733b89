package org.otklik.testkit.x;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Counts a text roughly as X does: twitter-text version 3 without its list of emoji and of top-level domains. */
final class Weight {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final String WEIGHS_AS_MUCH = "a".repeat(23);
    private static final int JOINER = 0x200D;
    private static final int VARIATION = 0xFE0F;

    private Weight() {}

    static int of(String text) {
        String normal = Normalizer.normalize(ADDRESS.matcher(text).replaceAll(WEIGHS_AS_MUCH), Normalizer.Form.NFC);
        int weight = 0;
        boolean joined = false;
        for (int code : normal.codePoints().toArray()) {
            boolean emoji = code >= 0x1F000;
            boolean tone = code >= 0x1F3FB && code <= 0x1F3FF;
            weight += (joined && emoji) || tone || code == VARIATION ? 0 : code == JOINER ? 0 : weight(code);
            joined = code == JOINER;
        }
        return weight;
    }

    private static int weight(int code) {
        boolean light = code <= 0x10FF
                || (code >= 0x2000 && code <= 0x200D)
                || (code >= 0x2010 && code <= 0x201F)
                || (code >= 0x2032 && code <= 0x2037);
        return light ? 1 : 2;
    }
}
