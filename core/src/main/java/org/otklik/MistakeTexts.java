package org.otklik;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Texts of a pack's mistakes in one language. Not a ResourceBundle: that would fall back to the language of the machine. */
final class MistakeTexts {

    private final Properties texts = new Properties();
    private final Locale locale;

    private MistakeTexts(Locale locale) {
        this.locale = locale;
    }

    static MistakeTexts of(Locale reader) {
        String language = "ru".equals(reader.getLanguage()) ? "ru" : "en";
        MistakeTexts texts = new MistakeTexts(Locale.forLanguageTag(language));
        texts.read("pack-mistakes_" + language + ".properties");
        return texts;
    }

    private void read(String file) {
        try (InputStream bytes = MistakeTexts.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("The jar of Otklik is incomplete: " + file + " is missing.");
            }
            try (Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + " of the jar of Otklik.", e);
        }
    }

    /** Writes a message, or its code with the arguments if there is no such text. */
    String render(String code, List<String> args) {
        String pattern = texts.getProperty(code);
        return pattern == null ? code + " " + args : new MessageFormat(pattern, locale).format(args.toArray());
    }
}
