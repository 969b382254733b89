package org.otklik.adapters.twitter;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts a text as X does: twitter-text, configuration of version 3.
 *
 * <p>After normalising to NFC a link counts 23, an emoji of however many parts 2, letters of European and many other
 * scripts and common punctuation 1, everything else 2.
 */
final class XLength {

    /** What a post without a paid subscription may weigh. */
    static final int STANDARD = 280;

    private static final int LINK = 23;
    private static final int HEAVY = 2;

    private static final String PICTURE = "[\\x{a9}\\x{ae}\\x{203c}\\x{2049}\\x{2122}\\x{2139}\\x{2190}-\\x{21ff}"
            + "\\x{2300}-\\x{23ff}\\x{24c2}\\x{25a0}-\\x{27bf}\\x{2934}\\x{2935}\\x{2b00}-\\x{2bff}\\x{3030}\\x{303d}"
            + "\\x{3297}\\x{3299}\\x{1f000}-\\x{1f1e5}\\x{1f200}-\\x{1f3fa}\\x{1f400}-\\x{1faff}]";
    private static final String ELEMENT = PICTURE + "(?:\\x{fe0f}|[\\x{1f3fb}-\\x{1f3ff}]\\x{fe0f}?)?";
    private static final Pattern EMOJI = Pattern.compile("[0-9#*]\\x{fe0f}?\\x{20e3}"
            + "|[\\x{1f1e6}-\\x{1f1ff}]{2}"
            + "|\\x{1f3f4}[\\x{e0020}-\\x{e007e}]+\\x{e007f}"
            + "|[\\x{a9}\\x{ae}]\\x{fe0f}"
            + "|(?![\\x{a9}\\x{ae}])" + ELEMENT + "(?:\\x{200d}" + ELEMENT + ")*");

    private XLength() {}

    /** Weighs a text as X does today. */
    static int of(String text) {
        return weigh(text, true);
    }

    /** Weighs a text; older configurations count each part of an emoji. */
    static int weigh(String text, boolean emojiAsOne) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        int weight = 0;
        int at = 0;
        for (XLinks.Span link : XLinks.in(normal)) {
            weight += LINK + plain(normal.substring(at, link.start()), emojiAsOne);
            at = link.end();
        }
        return weight + plain(normal.substring(at), emojiAsOne);
    }

    private static int plain(String text, boolean emojiAsOne) {
        int weight = 0;
        Matcher emoji = EMOJI.matcher(text);
        for (int at = 0; at < text.length(); ) {
            if (emojiAsOne && emoji.region(at, text.length()).lookingAt()) {
                weight += HEAVY;
                at = emoji.end();
            } else {
                int character = text.codePointAt(at);
                weight += isLight(character) ? 1 : HEAVY;
                at += Character.charCount(character);
            }
        }
        return weight;
    }

    private static boolean isLight(int character) {
        return character <= 0x10ff
                || (character >= 0x2000 && character <= 0x200d)
                || (character >= 0x2010 && character <= 0x201f)
                || (character >= 0x2032 && character <= 0x2037);
    }

    /** Tells whether X would make a link of some part of the text. */
    static boolean hasLink(String text) {
        List<XLinks.Span> links = XLinks.in(Normalizer.normalize(text, Normalizer.Form.NFC));
        return !links.isEmpty();
    }
}
