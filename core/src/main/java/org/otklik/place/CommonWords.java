package org.otklik.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Everyday words that also name villages; immutable. */
final class CommonWords {

    private static final String RESOURCE = "common-words.txt";

    private static final Set<String> NOUNS = Set.of(
            "ключ",
            "ключи",
            "ключа",
            "ключей",
            "поле",
            "поляна",
            "роща",
            "мост",
            "жизнь",
            "овраг",
            "дол",
            "куст",
            "речка",
            "береза",
            "городок",
            "деревня",
            "луч",
            "строитель",
            "гора",
            "горка",
            "кордон",
            "озеро",
            "сосны",
            "дома",
            "поселение",
            "точка",
            "нива",
            "дубки",
            "труда",
            "мира",
            "гай",
            "берег",
            "сад",
            "сады",
            "озерки",
            "зорька",
            "дубрава",
            "каменка",
            "лука",
            "толстого",
            "выселки",
            "брод",
            "утес",
            "яр",
            "колок",
            "дружба");

    private static final Set<String> NAMED_AFTER =
            Set.of("ский", "ская", "ское", "ские", "ова", "ов", "ин", "ины", "ина");

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

    /** Tells whether a name of one word means something else in most texts. */
    boolean has(String word) {
        return words.contains(word);
    }

    /** «Бахилова» and «Печерский» tell whose it is, as no everyday word does. */
    private static boolean isOfSomeone(String word) {
        return NAMED_AFTER.stream().anyMatch(word::endsWith);
    }

    /** Tells whether a name of several words is what people say of any wood or brook: «светлая поляна», «два ключа». */
    boolean isPhrase(List<String> name) {
        return NOUNS.contains(name.get(name.size() - 1)) && !isOfSomeone(name.get(0));
    }
}
