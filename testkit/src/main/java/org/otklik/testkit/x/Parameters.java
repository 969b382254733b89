package org.otklik.testkit.x;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.otklik.testkit.wire.WireRequest;

/** Reads the query of a request and refuses what X refuses. */
final class Parameters {

    static final Set<String> PAGE = Set.of("max_results", "since_id", "until_id", "start_time", "end_time");

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final Set<String> SHARED =
            Set.of("expansions", "user.fields", "media.fields", "poll.fields", "place.fields");
    private static final Set<String> USER_FIELDS = Set.of(
            "created_at",
            "description",
            "entities",
            "id",
            "location",
            "name",
            "profile_image_url",
            "protected",
            "public_metrics",
            "url",
            "username",
            "verified",
            "verified_type",
            "withheld");
    private static final Set<String> PLACE_FIELDS =
            Set.of("contained_within", "country", "country_code", "full_name", "geo", "id", "name", "place_type");

    private final Map<String, String> values;
    private final Problems problems;

    Parameters(WireRequest request, Problems problems) {
        this.values = request.query();
        this.problems = problems;
    }

    /** Refuses parameters that the endpoint does not have. */
    void only(Collection<String> known) {
        for (Map.Entry<String, String> given : values.entrySet()) {
            if (!known.contains(given.getKey())) {
                throw problems.invalid(
                        given.getKey(),
                        given.getValue(),
                        "The query parameter [" + given.getKey() + "] is not one of "
                                + known.stream().sorted().toList());
            }
        }
    }

    /** The parameters of an endpoint that answers posts. */
    static Set<String> withFields(Spelling spelling, Collection<String> own) {
        Set<String> known = new HashSet<>(SHARED);
        known.add(spelling.fieldsParameter());
        known.addAll(own);
        return known;
    }

    String required(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw problems.invalid(name, value, "The `" + name + "` query parameter can not be empty");
        }
        return value;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean flag(String name) {
        String value = values.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw problems.invalid(
                    name, value, "The `" + name + "` query parameter value [" + value + "] is no boolean");
        }
        return value.equals("true");
    }

    int number(String name, int least, int most, int otherwise) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        boolean fits =
                value.matches("[0-9]{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        if (!fits) {
            throw problems.invalid(
                    name,
                    value,
                    "The `" + name + "` query parameter value [" + value + "] is not between " + least + " and "
                            + most);
        }
        return Integer.parseInt(value);
    }

    Optional<Long> id(String name) {
        return text(name).map(value -> checkedId(name, value));
    }

    private long checkedId(String name, String value) {
        if (!ID.matcher(value).matches() || (value.length() == 19 && value.compareTo("9223372036854775807") > 0)) {
            throw problems.invalid(
                    name, value, "The `" + name + "` query parameter value [" + value + "] is not valid");
        }
        return Long.parseLong(value);
    }

    List<String> ids(String name, int most) {
        List<String> ids = List.of(required(name).split(",", -1));
        ids.forEach(id -> checkedId(name, id));
        if (ids.size() > most) {
            throw problems.invalid(name, required(name), "size must be between 1 and " + most);
        }
        return ids;
    }

    Optional<Instant> time(String name) {
        return text(name).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeParseException e) {
                throw problems.invalid(
                        name,
                        value,
                        "The `" + name + "` query parameter value [" + value
                                + "] does not match the format YYYY-MM-DDTHH:mm:ssZ");
            }
        });
    }

    Selection selection(Spelling asked, Spelling answered) {
        Set<String> fields = list(asked.fieldsParameter(), asked::hasField);
        Set<String> expansions = list("expansions", asked::hasExpansion);
        Set<String> users = list("user.fields", USER_FIELDS::contains);
        list("place.fields", PLACE_FIELDS::contains);
        list("media.fields", any -> true);
        list("poll.fields", any -> true);
        return new Selection(asked, answered, fields, expansions, users, (fields + " " + expansions + asked).intern());
    }

    Set<String> userFields() {
        return list("user.fields", USER_FIELDS::contains);
    }

    private Set<String> list(String name, Predicate<String> known) {
        String value = values.get(name);
        if (value == null) {
            return Set.of();
        }
        Set<String> items = new HashSet<>();
        for (String item : value.split(",", -1)) {
            if (!known.test(item) || !items.add(item)) {
                throw problems.invalid(
                        name, value, "The `" + name + "` query parameter value [" + item + "] is not one of the known");
            }
        }
        return Set.copyOf(items);
    }
}
