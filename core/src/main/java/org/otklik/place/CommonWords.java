package org.otklik.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.text.Words;

/** Everyday words that also name villages; immutable. */
final class CommonWords {

    private static final String RESOURCE = "common-words.txt";

    private final Set<String> words;

    private CommonWords(Set<String> words) {
        this.words = words;
    }

    static CommonWords load() {
        try (InputStream in = Objects.requireNonNull(CommonWords.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new CommonWords(text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common words cannot be read from core's own jar.", e);
        }
    }

    /** Tells whether a name of one word means something else in most texts; adjectives always may. */
    boolean has(String name) {
        String word = Words.fold(name);
        return word.length() == name.length() && (words.contains(word) || NameForms.isAdjective(word));
    }
}
