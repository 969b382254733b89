package org.otklik.testkit.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a post as X stores it: addresses are shortened, markup is escaped, a long text is cut; immutable.
 *
 * @param plain with the automatic mentions in front, otherwise as sent
 * @param shown what the field {@code text} holds
 * @param whole what {@code note_tweet.text} holds, if the text was cut
 * @param lead how many code points of mentions were put in front
 * @param entities mentions, hashtags, addresses by their places in the shown text
 * @param words lower-case words, with {@code #} and {@code @}
 * @param mentions lower-case handles
 */
record XText(
        String plain,
        String shown,
        String whole,
        int lead,
        ObjectNode entities,
        Set<String> words,
        Set<String> mentions) {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern WORD = Pattern.compile("[#@]?[\\p{L}\\p{N}_]+");
    private static final int LONGEST = 280;

    static XText of(String lead, String sent, int number) {
        String plain = lead + sent;
        String linked = ADDRESS.matcher(plain).replaceAll(found -> shortened(number, found.start()));
        String shown = linked.length() > LONGEST ? linked.substring(0, LONGEST - 1) + "…" : linked;
        Set<String> mentions = new HashSet<>();
        ObjectNode entities = entities(plain, linked, shown, number, mentions);
        return new XText(
                plain,
                escaped(shown),
                shown.equals(linked) ? "" : escaped(linked),
                lead.codePointCount(0, lead.length()),
                entities,
                Set.copyOf(wordsOf(plain)),
                Set.copyOf(mentions));
    }

    /** Splits a text into lower-case words, without the dots of ё. */
    static List<String> wordsOf(String plain) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain.toLowerCase(Locale.ROOT).replace('ё', 'е'));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static String shortened(int number, int at) {
        return "https://t.co/" + String.format(Locale.ROOT, "%06d%04d", number % 1_000_000, at % 10_000);
    }

    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static ObjectNode entities(String plain, String linked, String shown, int number, Set<String> mentions) {
        ObjectNode entities = Json.object();
        Matcher word = WORD.matcher(linked);
        while (word.find()) {
            String found = word.group();
            if (found.length() > 1 && found.charAt(0) == '@') {
                mentions.add(found.substring(1).toLowerCase(Locale.ROOT));
                add(entities, "mentions", shown, word.start(), word.end()).put("username", found.substring(1));
            } else if (found.length() > 1 && found.charAt(0) == '#') {
                add(entities, "hashtags", shown, word.start(), word.end()).put("tag", found.substring(1));
            }
        }
        Matcher address = ADDRESS.matcher(plain);
        while (address.find()) {
            String link = shortened(number, address.start());
            int at = linked.indexOf(link);
            add(entities, "urls", shown, at, at + link.length())
                    .put("url", link)
                    .put("expanded_url", address.group())
                    .put("display_url", address.group().replaceFirst("https?://", ""));
        }
        return entities;
    }

    /** Adds an entity; what lies behind the cut gets lost with it. */
    private static ObjectNode add(ObjectNode entities, String kind, String shown, int start, int end) {
        ObjectNode entity = Json.object();
        if (end <= shown.length()) {
            entity.put("start", shown.codePointCount(0, start)).put("end", shown.codePointCount(0, end));
            ArrayNode list = entities.withArray("/" + kind);
            list.add(entity);
        }
        return entity;
    }

    boolean hasAddress() {
        return entities.has("urls");
    }

    String lang() {
        boolean cyrillic =
                plain.codePoints().anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.CYRILLIC);
        boolean latin = plain.codePoints().anyMatch(Character::isLetter);
        return cyrillic ? "ru" : latin ? "en" : "und";
    }
}
