package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;

/**
 * Looks for our own reply among what the account wrote since the answered post; thread-safe.
 *
 * <p>The account sees its own posts in any case; whether others see one is asked as the application.
 */
final class XReadBack {

    private static final int MOST_PAGES = 32;

    private final XSettings settings;
    private final XCalls application;
    private final Map<XOfficial, XCalls> calls;
    private final XSpend spend;

    XReadBack(XSettings settings, XCalls application, Map<XOfficial, XCalls> calls, XSpend spend) {
        this.settings = settings;
        this.application = application;
        this.calls = calls;
        this.spend = spend;
    }

    ReadBack find(ReplyTarget target, String text) {
        Optional<XOfficial> official = settings.official(target.account());
        if (official.isEmpty() || !target.post().nativeId().matches("[0-9]{1,19}")) {
            return new ReadBack.NotKnown(FailureKind.CONFIGURATION);
        }
        try {
            return find(official.get(), target, text);
        } catch (CallFailed e) {
            return e.toReadBack();
        }
    }

    private ReadBack find(XOfficial official, ReplyTarget target, String text) {
        String wanted = normal(text);
        String token = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            JsonNode answer = page(official, target.post().nativeId(), token);
            Optional<JsonNode> found = Fields.items(answer, "data")
                    .filter(post -> isReplyTo(post, answer, target.post().nativeId()))
                    .filter(post -> normal(shown(post)).equals(wanted))
                    .findFirst();
            if (found.isPresent()) {
                return seenByOthers(found.get());
            }
            token = Fields.text(answer.path("meta"), "next_token").orElse("");
            if (token.isEmpty()) {
                return new ReadBack.Absent();
            }
        }
        return new ReadBack.NotKnown(FailureKind.TRANSIENT);
    }

    private JsonNode page(XOfficial official, String sinceId, String token) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("max_results", "100");
        query.put("since_id", sinceId);
        if (!token.isEmpty()) {
            query.put("pagination_token", token);
        }
        query.putAll(XFields.of(settings.spelling()));
        String path = "/2/users/" + official.userId() + "/tweets";
        JsonNode answer = Objects.requireNonNull(calls.get(official)).get("looking for our own reply", path, query);
        spend.paid(answer.path("data").size(), true);
        return answer;
    }

    /** The answered post may be named by a later version of it. */
    private static boolean isReplyTo(JsonNode post, JsonNode answer, String target) {
        Optional<String> parent = XPosts.reference(post, "replied_to");
        return parent.filter(target::equals).isPresent()
                || Fields.items(answer.path("includes"), "tweets", "posts")
                        .filter(one ->
                                parent.filter(one.path("id").asText()::equals).isPresent())
                        .flatMap(one -> Fields.items(one, "edit_history_tweet_ids", "edit_history_post_ids"))
                        .anyMatch(id -> id.asText().equals(target));
    }

    private ReadBack seenByOthers(JsonNode post) {
        String id = post.path("id").asText();
        Map<String, String> query = new LinkedHashMap<>(XFields.of(settings.spelling()));
        query.put("ids", id);
        JsonNode answer = application.get("looking whether our reply is shown", "/2/tweets", query);
        spend.paid(answer.path("data").size(), true);
        boolean hidden = !XLookup.gone(answer, List.of(Long.parseLong(id))).isEmpty();
        boolean shown = Fields.items(answer, "data")
                .anyMatch(one -> one.path("id").asText().equals(id));
        if (!hidden && !shown) {
            return new ReadBack.NotKnown(FailureKind.TRANSIENT);
        }
        Optional<Instant> at = Optional.of(XPosts.timeOf(Long.parseLong(id)));
        return hidden ? new ReadBack.Hidden(id) : new ReadBack.Visible(id, at);
    }

    /** The whole text with our own links, which X replaces by short ones. */
    private static String shown(JsonNode post) {
        String text = XPosts.text(post).orElse("");
        for (JsonNode link : Fields.items(post.path("entities"), "urls").toList()) {
            String shortened = link.path("url").asText();
            String whole = Fields.text(link, "expanded_url").orElse("");
            if (!shortened.isEmpty() && !whole.isEmpty()) {
                text = text.replace(shortened, XPosts.unescape(whole));
            }
        }
        return text;
    }

    /** As it compares: without the mentions that X puts in front, without schemes of links, one space each. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceFirst("^(?:@[A-Za-z0-9_]{1,15}\\s+)+", "")
                .replaceAll("(?i)https?://", "")
                .replaceAll("/(?=\\s|$)", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
