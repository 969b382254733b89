package org.otklik;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.otklik.AccountHealth.Cause;
import org.otklik.spi.FailureKind;

/** Says the health of an account in the reader's language; for one thread. */
final class HealthWords {

    private static final String BUNDLE = "org.otklik.health";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;

    HealthWords(Locale reader, ZoneId zone) {
        locale = "en".equals(reader.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        this.zone = zone;
        bundle = ResourceBundle.getBundle(BUNDLE, locale, HealthWords.class.getModule());
    }

    String message(AccountHealth health) {
        StringBuilder text = new StringBuilder(text(health.state().name(), health.account(), at(health.since())));
        health.cause().ifPresent(cause -> text.append(' ').append(why(health, cause)));
        if (health.waitingPublications() > 0) {
            text.append(' ').append(text("waiting", health.waitingPublications()));
        }
        return text.toString();
    }

    private String why(AccountHealth health, Cause cause) {
        if (health.state() == HealthState.SILENT) {
            return text(cause.code(), last(health.lastSuccess()), last(health.lastPost()));
        }
        String where = cause.source()
                .map(source -> text("where.source", source.name()))
                .orElseGet(() -> text("where.sending"));
        return text("cause", where, cause.code()) + ' ' + advice(cause);
    }

    private String advice(Cause cause) {
        String key = "advice." + cause.kind().map(FailureKind::name).orElse("UNEXPLAINED");
        String told = text(key, names(cause.secrets()));
        return cause.help().map(page -> told + ' ' + text("help", page)).orElse(told);
    }

    private String names(List<String> secrets) {
        return secrets.isEmpty() ? text("secrets.unknown") : String.join(", ", secrets);
    }

    private String last(Optional<Instant> at) {
        return at.map(this::at).orElseGet(() -> text("never"));
    }

    private String at(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private String text(String key, Object... arguments) {
        Object[] words = List.of(arguments).stream().map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(words);
    }
}
