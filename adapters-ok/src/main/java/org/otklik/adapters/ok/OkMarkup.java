package org.otklik.adapters.ok;

import java.util.regex.Pattern;

/** Takes the network's mark-up off a text and leaves the words: {@code {group:1}Самара{group}} is «Самара». */
final class OkMarkup {

    private static final Pattern OPENING =
            Pattern.compile("\\{(?:group|user|media_topic|photo|album|movie|happening):[0-9]{1,20}\\}");
    private static final Pattern CLOSING =
            Pattern.compile("\\{(?:group|user|media_topic|photo|album|movie|happening)\\}");

    private OkMarkup() {}

    static String plain(String text) {
        if (text.indexOf('{') < 0 || !OPENING.matcher(text).find()) {
            return text;
        }
        return CLOSING.matcher(OPENING.matcher(text).replaceAll("")).replaceAll("");
    }
}
