package org.otklik.testkit.meta;

import java.util.List;
import java.util.Set;

/** The writing calls on Facebook; guarded by the lock of its world. */
final class FacebookWrites {

    static final String SUCCESS = "{\"success\":true}";

    private static final int LONGEST_COMMENT = 8_000;
    private static final int LONGEST_POST = 63_206;
    private static final Set<String> SUBSCRIBABLE = Set.of("feed", "mention", "messages", "ratings", "name");
    private static final String ENGAGEMENT = "pages_manage_engagement";

    private final Scene scene;

    FacebookWrites(Scene scene) {
        this.scene = scene;
    }

    static String id(Node node) {
        return "{\"id\":\"" + node.id + "\"}";
    }

    String onPage(Call call, Account page) {
        if (!call.token().reaches(page)) {
            throw GraphError.denied(200, "Requires the token of the page");
        }
        if (call.edge().equals("subscribed_apps")) {
            return subscribe(call, page, SUBSCRIBABLE);
        }
        if (!call.edge().equals("feed") || !call.method().equals("POST")) {
            throw GraphError.unknownPath("/" + call.edge());
        }
        call.token().need("pages_manage_posts", 200);
        String text = text(call.params().only(Set.of("message")), LONGEST_POST);
        return id(scene.world().post(page, page, text));
    }

    static String subscribe(Call call, Account account, Set<String> known) {
        if (call.method().equals("DELETE")) {
            account.subscribed.clear();
            return SUCCESS;
        }
        String wanted = call.params().only(Set.of("subscribed_fields")).need("subscribed_fields");
        List<String> fields = List.of(wanted.split(",", -1));
        if (!known.containsAll(fields)) {
            throw GraphError.parameter("Param subscribed_fields must be of " + known);
        }
        account.subscribed.addAll(fields);
        return SUCCESS;
    }

    private static String text(Params params, int longest) {
        String text = params.need("message");
        if (text.length() > longest) {
            throw GraphError.parameter("Param message is longer than " + longest);
        }
        return text;
    }

    String onNode(Call call, Node node) {
        if (!call.token().reaches(node)) {
            throw GraphError.denied(200, "The object belongs to another page");
        }
        if (call.edge().equals("comments") && call.method().equals("POST")) {
            return comment(call, node);
        }
        if (!call.edge().isEmpty()) {
            throw GraphError.unknownPath("/" + call.edge());
        }
        call.token().need(ENGAGEMENT, 200);
        return call.method().equals("DELETE") ? delete(call, node) : update(call, node);
    }

    private String comment(Call call, Node target) {
        String text = text(call.params().only(Set.of("message")), LONGEST_COMMENT);
        call.token().need(ENGAGEMENT, 200);
        if (scene.trouble().takeTarget()) {
            scene.world().delete(target);
            throw GraphError.gone(target.id);
        }
        if (!target.open || !target.root().open) {
            throw GraphError.denied(200, "Comments are closed");
        }
        if (scene.quirks().duplicatesRefused() && scene.world().stands(target, text)) {
            throw new GraphError(506, 0, "(#506) Duplicate status message");
        }
        return id(scene.reply(target, call.token().holder, text));
    }

    private String update(Call call, Node node) {
        Params params = call.params().only(Set.of("message", "is_hidden"));
        if (params.get("message").isPresent()) {
            own(call, node);
            scene.world().edit(node, text(params, node.kind == Kind.POST ? LONGEST_POST : LONGEST_COMMENT));
        } else if (params.get("is_hidden").isPresent()) {
            ground(call, node);
            scene.world().hide(node, params.flag("is_hidden"));
        } else {
            throw GraphError.parameter("Nothing is to be changed");
        }
        return SUCCESS;
    }

    private String delete(Call call, Node node) {
        call.params().only(Set.of());
        if (node.author != call.token().holder) {
            ground(call, node);
        }
        scene.world().delete(node);
        return SUCCESS;
    }

    private static void own(Call call, Node node) {
        if (node.author != call.token().holder) {
            throw GraphError.denied(200, "Only what the page wrote itself can be changed");
        }
    }

    private static void ground(Call call, Node node) {
        if (!call.token().reaches(node.ground)) {
            throw GraphError.denied(200, "The object stands on another page");
        }
    }
}
