package org.otklik.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.otklik.text.Tokens;
import org.otklik.text.WordSet;
import org.otklik.text.Words;

/** Tells by the words beside a name that it means a place of another region; immutable. */
final class Elsewhere {

    private static final String RESOURCE = "elsewhere.txt";
    private static final WordSet OF_REGIONS =
            NameForms.setOf("область край республика губерния округ").and(WordSet.of("обл респ"));
    private static final WordSet WITHIN = WordSet.of("в во на под");
    private static final WordSet AND = WordSet.of("и");
    private static final WordSet METRO = WordSet.of("метро");

    private final WordSet nominative;
    private final WordSet oblique;
    private final WordSet adjectives;

    private Elsewhere(WordSet nominative, WordSet oblique, WordSet adjectives) {
        this.nominative = nominative;
        this.oblique = oblique;
        this.adjectives = adjectives;
    }

    /** The names of the list that are none of the gazetteer's own. */
    static Elsewhere than(Gazetteer gazetteer) {
        Set<String> own = new HashSet<>();
        gazetteer.all().stream()
                .filter(place -> place.kind() != Place.Kind.SETTLEMENT && place.kind() != Place.Kind.INNER_DISTRICT)
                .filter(place -> place.kind() != Place.Kind.MUNICIPAL_DISTRICT)
                .forEach(place -> own.add(Words.fold(place.name().split(" ", -1)[0])));
        List<String> names = new ArrayList<>();
        List<String> adjectives = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        for (String line : lines()) {
            List<String> list = line.startsWith("@") ? adjectives : line.startsWith("=") ? fixed : names;
            String words = line.startsWith("@") || line.startsWith("=") ? line.substring(1) : line;
            for (String word : words.strip().split("\\s+", -1)) {
                if (!own.contains(word)) {
                    list.add(word);
                }
            }
        }
        return new Elsewhere(
                WordSet.of(String.join(" ", names)),
                NameForms.setOfOblique(String.join(" ", names)).and(WordSet.of(String.join(" ", fixed))),
                NameForms.setOf(String.join(" ", adjectives)));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Elsewhere.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of other regions cannot be read from core's own jar.", e);
        }
    }

    /** Tells whether another region or city stands right before or behind the words of a name. */
    boolean isBeside(Tokens tokens, int first, int last) {
        return isBehind(tokens, last + 1) || isBefore(tokens, first) || isMetro(tokens, first, last);
    }

    /** «Сургут» is a village here and a city far away, of which most people speak. */
    boolean isCity(Tokens tokens, int token) {
        return nominative.has(tokens, token) || oblique.has(tokens, token);
    }

    /** Tells whether the rest of a sentence speaks of another city. */
    boolean isInSentence(Tokens tokens, int last) {
        for (int i = last + 1; i < tokens.size() && !tokens.beginsSentence(i); i++) {
            if (oblique.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBehind(Tokens tokens, int next) {
        if (next >= tokens.size() || tokens.beginsSentence(next)) {
            return false;
        }
        int at = WITHIN.has(tokens, next) ? next + 1 : next;
        if (isRegion(tokens, at)) {
            return true;
        }
        boolean comma = tokens.followsComma(next) && at == next;
        return oblique.has(tokens, at) || (comma && nominative.has(tokens, at));
    }

    /** «Ставропольский край» is a region of its own, and «Красноярского края» behind a name tells where that lies. */
    boolean isRegion(Tokens tokens, int at) {
        return adjectives.has(tokens, at)
                && at + 1 < tokens.size()
                && !tokens.beginsSentence(at + 1)
                && OF_REGIONS.has(tokens, at + 1);
    }

    private boolean isBefore(Tokens tokens, int first) {
        boolean listed = AND.has(tokens, first - 1) && !tokens.beginsSentence(first);
        int before = listed ? first - 2 : first - 1;
        return before >= 0
                && !tokens.beginsSentence(first)
                && (listed || tokens.followsComma(first))
                && (nominative.has(tokens, before) || oblique.has(tokens, before));
    }

    private static boolean isMetro(Tokens tokens, int first, int last) {
        return METRO.has(tokens, first - 1)
                || (last + 1 < tokens.size() && tokens.followsComma(last + 1) && METRO.has(tokens, last + 1));
    }
}
