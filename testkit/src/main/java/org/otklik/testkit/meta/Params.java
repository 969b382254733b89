package org.otklik.testkit.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of a call or of an edge within another; immutable. */
final class Params {

    /** What each call may bring. */
    private static final Set<String> ALWAYS =
            Set.of("access_token", "appsecret_proof", "appsecret_time", "fields", "pretty", "locale");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ");

    private final Map<String, String> values;

    Params(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    Map<String, String> all() {
        return values;
    }

    /** Refuses parameters that are not known here. */
    Params only(Collection<String> known) {
        for (String name : values.keySet()) {
            if (!ALWAYS.contains(name) && !known.contains(name)) {
                throw GraphError.parameter("Unknown parameter " + name);
            }
        }
        return this;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String need(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw GraphError.parameter("The parameter " + name + " is required");
        }
        return value;
    }

    boolean flag(String name) {
        String value = values.getOrDefault(name, "false");
        return switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw GraphError.parameter("Param " + name + " must be a boolean");
        };
    }

    int limit(int most, int otherwise) {
        String value = values.get("limit");
        if (value == null) {
            return otherwise;
        }
        boolean fits = value.length() <= 4 && SECONDS.matcher(value).matches() && Integer.parseInt(value) <= 100;
        if (!fits) {
            throw GraphError.parameter("Param limit must be between 0 and 100");
        }
        return Math.min(most, Integer.parseInt(value));
    }

    String choice(String name, String otherwise, Set<String> known) {
        String value = values.getOrDefault(name, otherwise);
        if (!known.contains(value)) {
            throw GraphError.parameter("Param " + name + " must be one of " + known);
        }
        return value;
    }

    /** Reads a time: seconds since 1970, or a date with an offset with or without a colon. */
    Optional<Instant> time(String name) {
        return get(name).map(value -> {
            if (SECONDS.matcher(value).matches()) {
                return Instant.ofEpochSecond(Long.parseLong(value));
            }
            try {
                DateTimeFormatter format =
                        value.matches(".*[+-]\\d{4}") ? OFFSET : DateTimeFormatter.ISO_OFFSET_DATE_TIME;
                return OffsetDateTime.parse(value, format).toInstant();
            } catch (DateTimeException e) {
                throw GraphError.parameter("Param " + name + " is no time");
            }
        });
    }
}
