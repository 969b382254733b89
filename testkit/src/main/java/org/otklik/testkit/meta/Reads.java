package org.otklik.testkit.meta;

import java.util.Optional;
import java.util.Set;

/** The reading calls of the graph; guarded by the lock of its world. */
final class Reads {

    private static final int MOST_IDS = 50;
    private static final Set<String> EDGES = Set.of(
            "feed",
            "published_posts",
            "posts",
            "visitor_posts",
            "tagged",
            "subscribed_apps",
            "comments",
            "media",
            "tags",
            "replies",
            "recently_searched_hashtags",
            "recent_media",
            "");

    private final Scene scene;
    private final Hashtags hashtags;
    private final Profiles profiles;

    Reads(Scene scene, Hashtags hashtags) {
        this.scene = scene;
        this.hashtags = hashtags;
        this.profiles = new Profiles(scene);
    }

    String answer(Call call) {
        if (!EDGES.contains(call.edge())) {
            throw GraphError.unknownPath("/" + call.edge());
        }
        StringBuilder out = new StringBuilder(1_024);
        if (call.id().isEmpty()) {
            several(out, call);
        } else if (call.id().equals("ig_hashtag_search")) {
            hashtags.search(out, call);
        } else {
            one(out, call);
        }
        return out.toString();
    }

    private void several(StringBuilder out, Call call) {
        call.params().only(Set.of("ids"));
        String[] ids = call.params().need("ids").split(",", -1);
        if (ids.length > MOST_IDS) {
            throw GraphError.parameter("Too many IDs. Maximum: " + MOST_IDS);
        }
        out.append('{');
        for (String id : ids) {
            node(Json.name(out, id), call, readable(call, id));
        }
        out.append('}');
    }

    private void one(StringBuilder out, Call call) {
        Optional<Account> account = call.id().equals("me")
                ? Optional.of(call.token().holder)
                : scene.world().findAccount(call.id());
        if (account.isPresent()) {
            account(out, call, account.get());
        } else if (hashtags.isTag(call.id())) {
            hashtags.media(out, call);
        } else {
            Node node = readable(call, call.id());
            if (call.edge().isEmpty()) {
                call.params().only(Set.of());
                node(out, call, node);
            } else {
                edge(out, call, Edge.of(node, call.edge(), call.params()));
            }
        }
    }

    private Node readable(Call call, String id) {
        Node node = scene.world().findNode(id).filter(one -> !one.isGone()).orElseThrow(() -> GraphError.gone(id));
        boolean facebook = node.kind.isFacebook();
        // What mentions an account of Instagram is read through the account only.
        if (!(facebook ? call.token().reaches(node) : call.token().reaches(node.ground))) {
            throw GraphError.gone(id);
        }
        permit(call, node.kind);
        return node;
    }

    private static void permit(Call call, Kind kind) {
        Token token = call.token();
        token.need(kind.isFacebook() ? "pages_read_engagement" : token.instagram("basic"), 10);
        boolean comments = call.edge().equals("comments") || call.edge().equals("replies");
        if (kind == Kind.IG_COMMENT || (kind == Kind.MEDIA && comments)) {
            token.need(token.instagram("manage_comments"), 10);
        }
    }

    private void node(StringBuilder out, Call call, Node node) {
        Writer writer = new Writer(scene, call);
        writer.node(out, node, writer.fieldsOr(call.params().get("fields"), node.kind));
    }

    private void edge(StringBuilder out, Call call, Edge edge) {
        Writer writer = new Writer(scene, call);
        Fields fields = writer.fieldsOr(call.params().get("fields"), edge.kind());
        writer.page(out, edge, call.params(), fields, call.id() + "/" + call.edge());
    }

    private void account(StringBuilder out, Call call, Account account) {
        if (!call.token().reaches(account)) {
            throw account.kind == Kind.PAGE
                    ? GraphError.denied(10, "Requires pages_read_engagement or Page Public Content Access")
                    : GraphError.gone(call.id());
        }
        permit(call, account.kind);
        switch (call.edge()) {
            case "" -> profiles.write(out, call, account);
            case "subscribed_apps" -> profiles.subscription(out, account);
            case "recently_searched_hashtags" -> hashtags.recent(out, call, account);
            default -> edge(out, call, Edge.of(account, call.edge(), call.params()));
        }
    }
}
