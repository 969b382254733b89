package org.otklik.reply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks that every public reply must pass; rude words are stems in a resource, one a line.
 *
 * <p>Patterns have no nested or adjacent unbounded groups, so they stay linear on any text.
 */
final class StandardReplyCheck implements ReplyCheck {

    private static final String RUDE_STEMS = "rude-stems.txt";
    private static final int SHORTEST = 20;

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,40}");
    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)(?:\\+7|8)[\\s(-]{0,2}\\d{3}[\\s)-]{0,2}\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d)");
    private static final Pattern PASSPORT = Pattern.compile("(?<!\\d)\\d{2}\\s?\\d{2}\\s\\d{6}(?!\\d)");
    private static final Pattern SNILS = Pattern.compile("(?<!\\d)\\d{3}-\\d{3}-\\d{3}[\\s-]\\d{2}(?!\\d)");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d{4}[\\s-]\\d{4}[\\s-]\\d{4}[\\s-]\\d{4}(?!\\d)");
    private static final Pattern SHOUT = Pattern.compile("\\p{Lu}{5,40}[\\s,!]{1,3}\\p{Lu}{5,40}");

    private final List<String> rudeStems;

    StandardReplyCheck() {
        rudeStems = readStems();
    }

    @Override
    public List<Finding> check(ReplyRequest request) {
        String text = request.text();
        List<Finding> found = new ArrayList<>();
        if (text.isBlank()) {
            return List.of(Finding.blocking("EMPTY", 0, 0));
        }
        checkShape(request, found);
        checkRudeWords(text, found);
        addAll(PHONE, text, "PERSONAL_PHONE", found);
        addAll(PASSPORT, text, "PASSPORT_NUMBER", found);
        addAll(SNILS, text, "INSURANCE_NUMBER", found);
        addAll(CARD, text, "CARD_NUMBER", found);
        return List.copyOf(found);
    }

    private static void checkShape(ReplyRequest request, List<Finding> found) {
        String text = request.text();
        if (text.strip().length() < SHORTEST) {
            found.add(Finding.warning("TOO_SHORT", 0, 0));
        }
        if (request.type() == ReplyType.INTERIM && request.promisedUntil().isEmpty()) {
            found.add(Finding.blocking("NO_PROMISED_DATE", 0, 0));
        }
        Matcher shout = SHOUT.matcher(text);
        if (shout.find()) {
            found.add(Finding.blocking("SHOUTING", shout.start(), shout.end()));
        }
    }

    private void checkRudeWords(String text, List<Finding> found) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String folded = word.group().toLowerCase(Locale.ROOT).replace('ё', 'е');
            if (rudeStems.stream().anyMatch(folded::startsWith)) {
                found.add(Finding.blocking("RUDE_WORD", word.start(), word.end()));
            }
        }
    }

    private static void addAll(Pattern pattern, String text, String code, List<Finding> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(Finding.blocking(code, matcher.start(), matcher.end()));
        }
    }

    private static List<String> readStems() {
        try (InputStream in = StandardReplyCheck.class.getResourceAsStream(RUDE_STEMS)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RUDE_STEMS + " is missing from the core jar.");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RUDE_STEMS + " from the core jar.", e);
        }
    }
}
