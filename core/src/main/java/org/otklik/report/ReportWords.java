package org.otklik.report;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Words, numbers and dates in the reader's language; for one thread. */
final class ReportWords {

    private static final String BUNDLE = "org.otklik.report.report";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final int MANY_HOURS = 48;
    private static final int PER_DAY = 24;

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;

    ReportWords(Locale locale, ZoneId zone) {
        boolean russian = ReportNames.isRussian(locale);
        this.locale = russian ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
        this.zone = zone;
        bundle =
                ResourceBundle.getBundle(BUNDLE, russian ? Locale.ROOT : Locale.ENGLISH, ReportWords.class.getModule());
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** Names a code of an open set; one that the bundle does not know is shown as it is. */
    String code(String prefix, String code) {
        String key = prefix + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code;
    }

    String code(String prefix, Enum<?> code) {
        return bundle.getString(prefix + "." + code.name());
    }

    String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    String decimal(double value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    String percent(Share share) {
        return share.percent().isPresent() ? decimal(share.percent().getAsDouble(), 1) : "–";
    }

    /** Says a share with both numbers, since a percentage alone hides how little it may stand on. */
    String share(Share share) {
        String numbers = text("of", number(share.part()), number(share.whole()));
        return share.whole() == 0 ? text("none") : numbers + " (" + percent(share) + "\u00a0%)";
    }

    String duration(Optional<Duration> duration) {
        return duration.map(this::duration).orElse("–");
    }

    private String duration(Duration duration) {
        long hours = duration.toHours();
        if (hours >= MANY_HOURS) {
            return text("unit.days", number(hours / PER_DAY), hours % PER_DAY);
        }
        if (hours > 0) {
            return text("unit.hours", hours, duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? text("unit.minutes", duration.toMinutes())
                : text("unit.seconds", duration.toSeconds());
    }

    String instant(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }
}
