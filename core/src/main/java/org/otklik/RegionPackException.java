package org.otklik;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A region pack cannot be used; names every mistake of every file at once. */
public final class RegionPackException extends OtklikException {

    private static final long serialVersionUID = 1L;

    private final transient List<PackMistake> mistakes;

    /**
     * Creates an exception for these mistakes.
     *
     * @param source where the pack was read from
     * @param mistakes at least one
     */
    public RegionPackException(String source, List<PackMistake> mistakes) {
        super(headline(source, mistakes.size(), Locale.ENGLISH) + lines(mistakes, Locale.ENGLISH));
        this.mistakes = List.copyOf(mistakes);
    }

    private static String headline(String source, int count, Locale locale) {
        return "ru".equals(locale.getLanguage())
                ? "Пакет региона " + source + " не принят, ошибок: " + count + "."
                : "The region pack " + source + " was not accepted; mistakes: " + count + ".";
    }

    private static String lines(List<PackMistake> mistakes, Locale locale) {
        return mistakes.stream()
                .map(mistake -> System.lineSeparator() + "  " + mistake.message(locale))
                .collect(Collectors.joining());
    }

    /**
     * Lists the mistakes.
     *
     * @return by file and line; empty only after the exception was serialised
     */
    @SuppressWarnings("NullAway") // transient: null after deserialisation
    public List<PackMistake> mistakes() {
        return mistakes == null ? List.of() : mistakes;
    }

    /**
     * Says what is wrong in the reader's language.
     *
     * @param locale Russian for Russian readers, English for all others
     * @return one line for each mistake
     */
    public String message(Locale locale) {
        return mistakes().stream().map(mistake -> mistake.message(locale)).collect(Collectors.joining("\n"));
    }
}
