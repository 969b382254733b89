package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.DailyQuota;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;

/** One token with its calls, its groups and what it may still search today; thread-safe. */
final class OkAccount {

    private final AccountId id;
    private final Set<String> groups;
    private final OkCalls calls;
    private final DailyQuota searches;
    private volatile @Nullable String user;

    OkAccount(String name, OkSettings settings, AdapterContext context) {
        id = new AccountId(OkTarget.OK, name);
        groups = settings.accounts.getOrDefault(name, Set.of());
        calls = new OkCalls(id, settings, context);
        searches = new DailyQuota(
                context.state(id), "searches", settings.budget.searchesPerDay(), TagReader.DAY, context.time());
    }

    AccountId id() {
        return id;
    }

    OkCalls calls() {
        return calls;
    }

    DailyQuota searches() {
        return searches;
    }

    boolean administers(String group) {
        return groups.contains(group);
    }

    /** Tells whether a group may speak for this account; without a list any group on whose page we answer. */
    boolean speaksAs(String group) {
        return groups.isEmpty() || administers(group);
    }

    /** The group in whose chats it speaks, if there is no doubt. */
    Optional<String> onlyGroup() {
        return groups.size() == 1 ? groups.stream().findFirst() : Optional.empty();
    }

    /** The token's user; the network answers with a bare text. */
    String user() {
        String known = user;
        if (known == null) {
            JsonNode answer = calls.call("users.getLoggedInUser", Map.of());
            known = answer.isObject() ? Fields.text(answer, "uid").orElse("") : answer.asText();
            user = known;
        }
        return known;
    }
}
