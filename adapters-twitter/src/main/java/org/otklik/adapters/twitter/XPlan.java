package org.otklik.adapters.twitter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes feeds and rules of the stream of what is watched; thread-safe. */
final class XPlan {

    private static final Logger log = LoggerFactory.getLogger(XPlan.class);

    private final XSettings settings;
    private final Set<String> complained = ConcurrentHashMap.newKeySet();

    XPlan(XSettings settings) {
        this.settings = settings;
    }

    List<XFeed> feeds(WatchList watched) {
        List<XFeed> feeds = new ArrayList<>();
        watched.pages().stream().filter(this::isHandle).forEach(page -> feeds.add(page(page)));
        watched.queries().forEach(query -> feeds.addAll(searches(query)));
        for (XOfficial official : settings.officials()) {
            SourceId source = new SourceId(
                    official.account(), "mentions:" + official.account().name());
            feeds.add(XFeed.mentions(source, official.userId(), settings.mentionsEvery()));
        }
        return feeds;
    }

    Optional<XFeed> find(SourceId source, WatchList watched) {
        return feeds(watched).stream()
                .filter(feed -> feed.source().equals(source))
                .findFirst();
    }

    private XFeed page(WatchedPage page) {
        SourceId source = new SourceId(settings.reading(), "page:" + page.page());
        return XFeed.search(source, XQueries.page(page.page()), Optional.empty(), settings.searchEvery());
    }

    private List<XFeed> searches(WatchedQuery query) {
        List<XFeed> feeds = new ArrayList<>();
        for (String part : compile(query, settings.queryLength())) {
            String number = feeds.isEmpty() ? "" : "~" + (feeds.size() + 1);
            SourceId source = new SourceId(settings.reading(), "search:" + query.id() + number);
            feeds.add(XFeed.search(source, part, Optional.of(query.id()), settings.searchEvery()));
        }
        return feeds;
    }

    /** Rules of the stream with the tags that name their queries. */
    Map<String, String> rules(WatchList watched) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (WatchedQuery query : watched.queries()) {
            compile(query, XRules.LONGEST).forEach(rule -> rules.putIfAbsent(rule, XRules.TAG + query.id()));
        }
        watched.pages().stream()
                .filter(this::isHandle)
                .forEach(page -> rules.putIfAbsent(XQueries.page(page.page()), XRules.TAG));
        return rules;
    }

    private List<String> compile(WatchedQuery query, int longest) {
        try {
            return XQueries.compile(query.expression(), longest);
        } catch (IllegalArgumentException e) {
            complain(query.id(), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private boolean isHandle(WatchedPage page) {
        boolean fits = page.page().matches("[A-Za-z0-9_]{1,15}");
        if (!fits) {
            complain(page.page(), "A page of X is named by its handle without @.");
        }
        return fits;
    }

    /** Once is enough: the plan is made at every step. */
    private void complain(String about, String trouble) {
        if (complained.add(about)) {
            log.warn("'{}' is not watched on X. {}", about, trouble);
        }
    }
}
