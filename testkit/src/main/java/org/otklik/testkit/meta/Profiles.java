package org.otklik.testkit.meta;

import java.util.Set;

/** Pages and professional accounts as they are read; guarded by the lock of its world. */
final class Profiles {

    private final Scene scene;

    Profiles(Scene scene) {
        this.scene = scene;
    }

    void write(StringBuilder out, Call call, Account account) {
        call.params().only(Set.of());
        Writer writer = new Writer(scene, call);
        Fields fields = writer.fieldsOr(call.params().get("fields"), account.kind);
        out.append('{');
        boolean id = false;
        for (Fields.Field field : fields.all()) {
            id |= field.name().equals("id");
            if (field.name().startsWith("mentioned_")) {
                mentioned(out, call, account, field);
            } else {
                field(out, account, field.name());
            }
        }
        if (!id) {
            Json.member(out, "id", account.id);
        }
        out.append('}');
    }

    private static void field(StringBuilder out, Account account, String field) {
        boolean page = account.kind == Kind.PAGE;
        switch (field) {
            case "id" -> Json.member(out, field, account.id);
            case "name" -> Json.member(out, field, account.name);
            case "username" -> Json.member(out, field, page ? "page." + account.id : account.name);
            case "link" -> Json.member(out, field, "https://www.facebook.com/" + account.id);
            case "user_id" -> Json.name(out, field).append(account.id);
            case "account_type" -> Json.member(out, field, "BUSINESS");
            case "media_count" -> Json.name(out, field).append(account.feed.size());
            case "instagram_business_account" -> linked(out, account);
            default -> {
                // Known, but it has nothing of it.
            }
        }
    }

    private static void linked(StringBuilder out, Account page) {
        Account instagram = page.instagram;
        if (instagram != null) {
            Json.name(out, "instagram_business_account").append("{\"id\":\"" + instagram.id + "\"}");
        }
    }

    /** Shows what mentions an account on foreign ground, which only tokens of Facebook Login may read. */
    private void mentioned(StringBuilder out, Call call, Account account, Fields.Field field) {
        if (call.token().login == Token.Login.INSTAGRAM) {
            throw GraphError.noField(field.name(), "User");
        }
        boolean comment = field.name().equals("mentioned_comment");
        call.token().need(call.token().instagram("manage_comments"), 10);
        String id = new Params(field.arguments()).need(comment ? "comment_id" : "media_id");
        Node node = scene.world()
                .findNode(id)
                .filter(one -> one.kind == (comment ? Kind.IG_COMMENT : Kind.MEDIA))
                .filter(one -> !one.isGone() && one.mentions == account && one.root().open)
                .orElseThrow(() -> GraphError.gone(id));
        Fields inner = scene.fields("id");
        if (field.inner() != null) {
            inner = field.inner();
        }
        inner.require(node.kind);
        new Writer(scene, call).mentioning(account).node(Json.name(out, field.name()), node, inner);
    }

    void subscription(StringBuilder out, Account account) {
        out.append("{\"data\":[");
        if (!account.subscribed.isEmpty()) {
            out.append('{');
            Json.member(out, account.kind == Kind.PAGE ? "id" : "app_id", MetaFake.APP_ID);
            Json.name(out, "subscribed_fields").append("[\"");
            out.append(String.join("\",\"", account.subscribed)).append("\"]}");
        }
        out.append("]}");
    }
}
