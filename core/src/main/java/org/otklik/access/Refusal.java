package org.otklik.access;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Says why a command may not happen; immutable. Nothing was changed.
 *
 * @param code the kind of reason
 * @param arguments what the message names: ids, states, codes; never free text
 */
public record Refusal(RefusalCode code, List<String> arguments) {

    private static final String BUNDLE = "org.otklik.access.refusals";

    /** Copies the arguments. */
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /**
     * Returns a refusal.
     *
     * @param code the kind of reason
     * @param arguments what the message names, written by {@link String#valueOf(Object)}
     * @return the refusal
     */
    public static Refusal of(RefusalCode code, Object... arguments) {
        return new Refusal(
                code, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /**
     * Returns the reason as a sentence.
     *
     * @param locale the reader's language; Russian unless English is asked for
     * @return a sentence for the official who gave the command
     */
    public String message(Locale locale) {
        Locale supported = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, supported, Refusal.class.getModule());
        return new MessageFormat(bundle.getString(code.name()), locale).format(arguments.toArray());
    }
}
