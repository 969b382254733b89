package org.otklik.adapters.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.otklik.adapters.http.HttpAnswer;

/**
 * A network's error table: finds the refusal in an answer; thread-safe.
 *
 * <p>A wait that it names rests the whole account, so the spent quota of a single method is returned without one and
 * noted in its {@link org.otklik.adapters.budget.DailyQuota}. {@code Retry-After} is heeded for all networks where the
 * table names no wait.
 */
@FunctionalInterface
public interface ErrorReader {

    /**
     * Looks for a refusal.
     *
     * @param answer status and headers
     * @param body what the answer says; a missing node if that is no JSON
     * @return the refusal, or empty if the answer is a result
     */
    Optional<ApiError> read(HttpAnswer answer, JsonNode body);
}
