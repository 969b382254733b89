package org.otklik.testkit.meta;

/** The fields of media and comments on Instagram. */
final class InstagramFields {

    private InstagramFields() {}

    /**
     * Writes a field.
     *
     * @param mentioned whose mention is shown without its sign, of whom the authors of comments are hidden; empty for
     *     nobody
     */
    static void write(StringBuilder out, Node node, String field, String mentioned) {
        if (node.kind == Kind.MEDIA) {
            media(out, node, field, mentioned);
        } else {
            comment(out, node, field, mentioned);
        }
    }

    private static void media(StringBuilder out, Node node, String field, String mentioned) {
        switch (field) {
            case "caption" -> text(out, field, node, mentioned);
            case "timestamp" -> Json.member(out, field, Writer.time(node.at));
            case "permalink" -> Json.member(out, field, "https://www.instagram.com/p/" + shortcode(node) + "/");
            case "shortcode" -> Json.member(out, field, shortcode(node));
            case "comments_count" -> Json.name(out, field).append(node.total());
            case "media_product_type" -> Json.member(out, field, node.product);
            case "media_type" -> Json.member(out, field, node.product.equals("LIVE") ? "BROADCAST" : "IMAGE");
            case "username" -> Json.member(out, field, node.author.name);
            case "is_comment_enabled" -> Json.name(out, field).append(node.open);
            case "owner" -> Json.name(out, field).append("{\"id\":\"" + node.author.id + "\"}");
            default -> {
                // Known, but it has nothing of it.
            }
        }
    }

    private static void comment(StringBuilder out, Node node, String field, String mentioned) {
        boolean named = mentioned.isEmpty();
        Node upper = node.upper();
        switch (field) {
            case "text" -> text(out, field, node, mentioned);
            case "timestamp" -> Json.member(out, field, Writer.time(node.at));
            case "hidden" -> Json.name(out, field).append(node.hidden);
            default -> {
                if (field.equals("username") && named) {
                    Json.member(out, field, node.author.name);
                } else if (field.equals("from") && named) {
                    author(out, node);
                } else if (field.equals("parent_id") && upper != null) {
                    Json.member(out, field, upper.id);
                } else if (field.equals("user") && node.author.ours) {
                    Json.name(out, field).append("{\"id\":\"" + node.author.id + "\"}");
                }
            }
        }
    }

    private static void author(StringBuilder out, Node node) {
        Json.name(out, "from").append('{');
        Json.member(out, "id", node.author.id);
        Json.member(out, "username", node.author.name);
        out.append('}');
    }

    private static void text(StringBuilder out, String field, Node node, String mentioned) {
        if (!node.text.isEmpty()) {
            String text = mentioned.isEmpty() ? node.text : node.text.replace("@" + mentioned, mentioned);
            Json.member(out, field, text);
        }
    }

    private static String shortcode(Node media) {
        return "C" + Long.toString(Long.parseLong(media.id), Character.MAX_RADIX);
    }
}
