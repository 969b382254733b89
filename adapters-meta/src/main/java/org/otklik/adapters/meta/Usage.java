package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;

/**
 * How much of its allowance an account has used, as the headers of each answer say; immutable.
 *
 * @param percent the fullest of all counters; 0 where nothing was said
 * @param regained how long until Graph takes calls again; nought while it does
 */
record Usage(long percent, Duration regained) {

    private static final WireJson JSON = WireJson.ofAnswers();
    private static final String BUSINESS = "x-business-use-case-usage";
    private static final String APPLICATION = "x-app-usage";
    private static final int SLOW = 80;

    /** For each percent above the mark; four minutes and a half just before the end. */
    private static final Duration STEP = Duration.ofSeconds(15);

    private static final Usage NONE = new Usage(0, Duration.ZERO);

    static Usage of(HttpAnswer answer) {
        Usage business = answer.header(BUSINESS).map(Usage::business).orElse(NONE);
        Usage application = answer.header(APPLICATION)
                .flatMap(Usage::json)
                .map(Usage::counters)
                .orElse(NONE);
        return business.or(application);
    }

    private static Optional<JsonNode> json(String header) {
        try {
            return Optional.of(JSON.read(header.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableJson e) {
            return Optional.empty();
        }
    }

    /** Of each business object a list of counters by type. */
    private static Usage business(String header) {
        Usage worst = NONE;
        for (JsonNode types : json(header).orElseGet(MissingNode::getInstance)) {
            for (JsonNode one : types) {
                worst = worst.or(counters(one));
            }
        }
        return worst;
    }

    private static Usage counters(JsonNode node) {
        long percent = 0;
        for (String name : new String[] {"call_count", "total_cputime", "total_time"}) {
            percent = Math.max(percent, Fields.number(node, name).orElse(0));
        }
        long minutes = Fields.number(node, "estimated_time_to_regain_access").orElse(0);
        return new Usage(percent, Duration.ofMinutes(Math.max(0, Math.min(minutes, 24 * 60))));
    }

    private Usage or(Usage other) {
        return new Usage(
                Math.max(percent, other.percent), regained.compareTo(other.regained) < 0 ? other.regained : regained);
    }

    /** How long to leave Graph alone: as it says, else a little longer with each percent above four fifths. */
    Optional<Duration> rest() {
        if (!regained.isZero()) {
            return Optional.of(regained);
        }
        return percent < SLOW ? Optional.empty() : Optional.of(STEP.multipliedBy(Math.min(percent, 100) - SLOW + 1));
    }
}
