package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.FailureKind;

/** One bot with its calls and what it knows of its chats; thread-safe. */
final class MaxAccount {

    private final AccountId id;
    private final MaxCalls calls;
    private final Chats chats;
    private final RecentPosts posts;
    private final Rights rights;
    private final CommentPlaces places = new CommentPlaces();
    private volatile OptionalLong user = OptionalLong.empty();

    MaxAccount(String name, MaxSettings settings, AdapterContext context) {
        id = new AccountId(MaxTarget.MAX, name);
        calls = new MaxCalls(id, settings, context);
        chats = new Chats(context.state(id));
        posts = new RecentPosts(context.state(id), settings.recentPosts, context.time());
        rights = new Rights(context.time());
    }

    AccountId id() {
        return id;
    }

    MaxCalls calls() {
        return calls;
    }

    Chats chats() {
        return chats;
    }

    RecentPosts posts() {
        return posts;
    }

    Rights rights() {
        return rights;
    }

    CommentPlaces places() {
        return places;
    }

    /** The bot's own number as an author. */
    long user() {
        OptionalLong known = user;
        if (known.isEmpty()) {
            known = Fields.number(calls.get("/me", ""), "user_id");
            user = known;
        }
        return known.orElseThrow(() -> strange("GET /me"));
    }

    /** What a chat is; asked where no update told of it. */
    Chats.Kind kind(long chat) {
        Optional<Chats.Kind> known = chats.kind(chat);
        return known.isPresent() ? known.get() : ask(chat);
    }

    private Chats.Kind ask(long chat) {
        JsonNode answer = calls.get("/chats/" + chat, "");
        Chats.Kind kind =
                Fields.text(answer, "type").flatMap(Chats.Kind::of).orElseThrow(() -> strange("GET /chats/" + chat));
        chats.add(chat, kind);
        return kind;
    }

    private CallFailed strange(String what) {
        ApiError error = ApiError.of(FailureKind.TRANSIENT, "strange-answer");
        return new CallFailed(what + " as " + id, error, false);
    }
}
