package org.otklik.testkit.meta;

/** The fields of posts and comments on Facebook. */
final class FacebookFields {

    static final String PHOTO = "photo";

    private FacebookFields() {}

    static void write(StringBuilder out, Node node, String field, boolean people) {
        switch (field) {
            case "message" -> message(out, node);
            case "created_time" -> Json.member(out, field, Writer.time(node.at));
            case "updated_time" -> Json.member(out, field, Writer.time(node.changed));
            case "from" -> author(out, node, people);
            case "permalink_url" -> Json.member(out, field, permalink(node));
            case "status_type" ->
                Json.member(out, field, node.product.equals(PHOTO) ? "added_photos" : "mobile_status_update");
            case "full_picture" -> picture(out, node);
            case "comment_count" -> Json.name(out, field).append(node.alive());
            default -> flag(out, node, field);
        }
    }

    private static void flag(StringBuilder out, Node node, String field) {
        boolean foreign = node.author != node.ground;
        switch (field) {
            case "is_hidden" -> Json.name(out, field).append(node.hidden);
            case "is_published" -> Json.name(out, field).append(true);
            case "can_comment" -> Json.name(out, field).append(node.open && node.root().open);
            case "can_hide" -> Json.name(out, field).append(foreign && node.ground.ours);
            case "can_remove" -> Json.name(out, field).append(node.ground.ours);
            case "is_private", "is_expired", "can_reply_privately", "user_likes" ->
                Json.name(out, field).append(false);
            default -> {
                // Known, but it has nothing of it.
            }
        }
    }

    private static void message(StringBuilder out, Node node) {
        if (!node.text.isEmpty()) {
            Json.member(out, "message", node.text);
        }
    }

    /** Names the author, unless it is a person of whom the token must not know or who wrote on foreign ground. */
    private static void author(StringBuilder out, Node node, boolean people) {
        if (node.author.ours || (people && node.ground.ours)) {
            Json.name(out, "from").append('{');
            Json.member(out, "name", node.author.name);
            Json.member(out, "id", node.author.id);
            out.append('}');
        }
    }

    private static void picture(StringBuilder out, Node node) {
        if (node.product.equals(PHOTO)) {
            Json.member(out, "full_picture", "https://scontent.example/" + node.id + ".jpg");
        }
    }

    private static String permalink(Node node) {
        Node root = node.root();
        String post = "https://www.facebook.com/" + root.id.replaceFirst("_", "/posts/");
        return root == node ? post : post + "?comment_id=" + node.id.substring(node.id.indexOf('_') + 1);
    }
}
