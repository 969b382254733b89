package org.otklik;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One mistake in a region pack, with its place; immutable.
 *
 * @param file name of the file within the pack
 * @param line line of the file from 1, or 0 when the file as a whole is meant
 * @param code stable code of the kind of mistake, such as {@code field.missing}
 * @param args what the message names, in its order
 */
public record PackMistake(String file, int line, String code, List<String> args) {

    /** Copies the arguments. */
    public PackMistake {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(code, "code");
        args = List.copyOf(args);
    }

    /**
     * Says what is wrong, where, and how to mend it.
     *
     * @param locale Russian for Russian readers, English for all others
     * @return one line of text
     */
    public String message(Locale locale) {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + MistakeTexts.of(locale).render(code, args);
    }

    @Override
    public String toString() {
        return message(Locale.ENGLISH);
    }
}
