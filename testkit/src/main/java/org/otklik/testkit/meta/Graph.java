package org.otklik.testkit.meta;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireService;

/** Lets each request pass the door and the script of troubles, and hands it on; thread-safe. */
final class Graph implements WireService {

    static final String REFRESH = "/refresh_access_token";
    private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    private final Scene scene;
    private final Reads reads;
    private final FacebookWrites facebook;
    private final InstagramWrites instagram;
    private final Hashtags hashtags;
    private final Map<String, Integer> calls = new HashMap<>();
    private int applied;

    Graph(Scene scene) {
        this.scene = scene;
        this.hashtags = new Hashtags(scene);
        this.reads = new Reads(scene, hashtags);
        this.facebook = new FacebookWrites(scene);
        this.instagram = new InstagramWrites(scene);
    }

    Hashtags hashtags() {
        return hashtags;
    }

    Optional<Kind> kindOf(String id) {
        Optional<Kind> tag = hashtags.isTag(id) ? Optional.of(Kind.HASHTAG) : Optional.empty();
        return scene.world()
                .findNode(id)
                .map(node -> node.kind)
                .or(() -> scene.world().findAccount(id).map(account -> account.kind))
                .or(() -> scene.world().tokens.find(id).map(token -> token.holder.kind))
                .or(() -> tag);
    }

    int callsOf(String name) {
        return calls.getOrDefault(name, 0);
    }

    int applied() {
        return applied;
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        synchronized (scene.world()) {
            Map<String, String> values = new HashMap<>();
            try {
                scene.trouble().checkOpen();
                values.putAll(scene.door().values(request));
                return answer(WireAnswer.of(200, Json.TYPE, body(request, values)), values, false);
            } catch (GraphError error) {
                String type = token(values).map(Token::errorType).orElse("OAuthException");
                return answer(error.answer(type), values, error.isThrottle());
            }
        }
    }

    private WireAnswer answer(WireAnswer plain, Map<String, String> values, boolean throttled) {
        return scene.usage().on(plain, token(values).orElse(null), throttled);
    }

    private Optional<Token> token(Map<String, String> values) {
        return scene.world().tokens.find(values.getOrDefault("access_token", ""));
    }

    private String body(WireRequest request, Map<String, String> values) {
        if (!METHODS.contains(request.method())) {
            throw GraphError.parameter("Unsupported method " + request.method());
        }
        if (request.path().equals(REFRESH)) {
            return refresh(request, values);
        }
        Call call = scene.door().admit(request, values);
        calls.merge(call.name(), 1, Integer::sum);
        scene.trouble().check(call);
        if (call.isRead()) {
            return reads.answer(call);
        }
        String written = write(call);
        applied++;
        return written;
    }

    private String refresh(WireRequest request, Map<String, String> values) {
        calls.merge("GET refresh_access_token", 1, Integer::sum);
        if (!request.method().equals("GET") || !"ig_refresh_token".equals(values.get("grant_type"))) {
            throw GraphError.parameter("Unsupported grant_type");
        }
        scene.trouble().takeAny().ifPresent(error -> {
            throw error;
        });
        return scene.world().tokens.refreshed(values.get("access_token"));
    }

    private String write(Call call) {
        Optional<Account> account = call.id().equals("me")
                ? Optional.of(call.token().holder)
                : scene.world().findAccount(call.id());
        if (account.isPresent()) {
            Account holder = account.get();
            return holder.kind == Kind.PAGE ? facebook.onPage(call, holder) : instagram.onAccount(call, holder);
        }
        Node node = scene.world()
                .findNode(call.id())
                .filter(one -> !one.isGone())
                .orElseThrow(() -> GraphError.gone(call.id()));
        return node.kind.isFacebook() ? facebook.onNode(call, node) : instagram.onNode(call, node);
    }
}
