package org.otklik.storage.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * Something about the database that weakens what the desk promises; immutable.
 *
 * @param code stable and short, such as {@code synchronous-commit-off}
 * @param subject what it is about, such as the missing rights; empty where the code says it all
 */
public record StorageWarning(String code, String subject) {

    private static final String RUSSIAN = "ru";

    /** A warning whose code says it all. */
    StorageWarning(String code) {
        this(code, "");
    }

    /**
     * Says in English what may happen, and what to do.
     *
     * @return one or more sentences
     */
    public String message() {
        return message(Locale.ENGLISH);
    }

    /**
     * Says what may happen, and what to do.
     *
     * @param language Russian, or any other for English
     * @return one or more sentences
     */
    public String message(Locale language) {
        String file = language.getLanguage().equals(RUSSIAN) ? "warnings_ru.properties" : "warnings.properties";
        return texts(file).getProperty(code, code).replace("{0}", subject);
    }

    private static Properties texts(String file) {
        Properties texts = new Properties();
        try (InputStream input = StorageWarning.class.getResourceAsStream(file)) {
            if (input == null) {
                throw new IllegalStateException("The jar of otklik-storage-jdbc lacks " + file + ".");
            }
            texts.load(new InputStreamReader(input, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file + " of otklik-storage-jdbc", failure);
        }
    }
}
