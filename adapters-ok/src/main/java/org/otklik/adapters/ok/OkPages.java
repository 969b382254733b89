package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterState;
import org.otklik.spi.WatchedPage;

/**
 * Which group a watched page is: a page is written as digits or as the short name in its address; thread-safe. Names
 * are looked up once and kept in the account's state.
 */
final class OkPages {

    private static final Duration ASK_AGAIN = Duration.ofHours(1);
    private static final int LONGEST_NAME = 90;

    private final AdapterContext context;
    private final Map<String, Instant> unknown = new ConcurrentHashMap<>();

    OkPages(AdapterContext context) {
        this.context = context;
    }

    /** Returns the id of a page's group; empty if there is no such group. */
    Optional<String> group(String page, OkCalls calls) {
        if (page.matches("[0-9]{1,20}")) {
            return Optional.of(page);
        }
        AdapterState state = context.state(calls.account());
        Optional<String> kept = kept(state, page);
        return kept.isPresent() || !isDue(page) ? kept : ask(page, calls, state);
    }

    private static Optional<String> kept(AdapterState state, String page) {
        return page.length() > LONGEST_NAME ? Optional.empty() : state.read("page:" + page);
    }

    /** Returns the id of a page's group as far as it is known without asking; else the page itself. */
    String known(String page, Collection<AccountId> accounts) {
        return accounts.stream()
                .flatMap(account -> kept(context.state(account), page).stream())
                .findFirst()
                .orElse(page);
    }

    private boolean isDue(String page) {
        Instant last = unknown.getOrDefault(page, Instant.MIN);
        return last.equals(Instant.MIN)
                || last.plus(ASK_AGAIN).isBefore(context.time().instant());
    }

    private Optional<String> ask(String page, OkCalls calls, AdapterState state) {
        JsonNode answer = calls.call("url.getInfo", Map.of("url", "https://ok.ru/" + page));
        Optional<String> group = Fields.text(answer, "type")
                .filter("GROUP"::equals)
                .flatMap(type -> Fields.text(answer, "objectIdStr", "objectId"));
        if (group.isPresent() && page.length() <= LONGEST_NAME) {
            state.compareAndSet("page:" + page, Optional.empty(), group.get());
        } else {
            unknown.put(page, context.time().instant());
        }
        return group;
    }

    /** Looks up watched pages that are not known yet; a failure waits for the next time. */
    void learn(OkCalls calls) {
        try {
            for (WatchedPage page : context.watchList().in(OkTarget.OK).pages()) {
                group(page.page(), calls);
            }
        } catch (CallFailed e) {
            // The comments themselves matter more than the names of their pages.
            unknown.entrySet().removeIf(entry -> !isDue(entry.getKey()));
        }
    }

    /** Says on whose page something stands: by the watched page's name and place, else by the group's id. */
    Discussion onPage(Discussion discussion, String group, OkCalls calls) {
        AdapterState state = context.state(calls.account());
        for (WatchedPage page : context.watchList().in(OkTarget.OK).pages()) {
            if (page.page().equals(group)
                    || kept(state, page.page()).filter(group::equals).isPresent()) {
                Discussion named = discussion.withPage(page.page());
                return page.place().map(named::withPagePlace).orElse(named);
            }
        }
        return discussion.withPage(group);
    }
}
