package org.otklik.testkit.meta;

import java.util.List;
import java.util.Set;

/**
 * The nodes behind an edge; immutable.
 *
 * @param items oldest first, unless ranked
 * @param kind what they are
 * @param order in which they come
 * @param most how many a page has at most
 * @param hidden whether hidden ones come too
 * @param total how many there are, without the deleted ones
 */
record Edge(List<Node> items, Kind kind, Order order, int most, boolean hidden, int total) {

    private static final Set<String> PAGING = Set.of("limit", "after");
    private static final Set<String> OF_POSTS =
            Set.of("limit", "after", "since", "until", "include_hidden", "show_expired", "with");
    private static final Set<String> OF_COMMENTS =
            Set.of("limit", "after", "since", "filter", "live_filter", "order", "summary");
    private static final Set<String> OF_MEDIA = Set.of("limit", "after", "since", "until");

    /** In which order nodes come. */
    enum Order {
        CHRONOLOGICAL("chronological"),
        NEWEST_FIRST("reverse_chronological"),
        /** As the network thinks best: in none that a client could know. */
        RANKED("ranked");

        private final String spelling;

        Order(String spelling) {
            this.spelling = spelling;
        }

        String spelling() {
            return spelling;
        }
    }

    boolean shows(Node node) {
        return !node.isGone() && (hidden || !node.hidden);
    }

    static Edge of(Account account, String name, Params params) {
        if (account.kind == Kind.PAGE) {
            return switch (name) {
                case "feed" -> posts(account.feed, params);
                case "published_posts", "posts" -> posts(account.published, params);
                case "visitor_posts" -> posts(account.visitors, params);
                case "tagged" -> posts(account.tagged, params);
                default -> throw GraphError.noField(name, account.kind.toString());
            };
        }
        return switch (name) {
            case "media" -> media(account.feed, params);
            case "tags" -> media(account.tagged, params);
            default -> throw GraphError.noField(name, account.kind.toString());
        };
    }

    private static Edge posts(List<Node> posts, Params params) {
        boolean hidden = params.only(OF_POSTS).flag("include_hidden");
        return new Edge(posts, Kind.POST, Order.NEWEST_FIRST, 100, hidden, posts.size());
    }

    private static Edge media(List<Node> media, Params params) {
        params.only(OF_MEDIA);
        return new Edge(media, Kind.MEDIA, Order.NEWEST_FIRST, 100, true, media.size());
    }

    static Edge of(Node node, String name, Params params) {
        return switch (node.kind.name() + " " + name) {
            case "POST comments", "COMMENT comments" -> comments(node, params);
            case "MEDIA comments", "IG_COMMENT replies" -> replies(node, params);
            default -> throw GraphError.noField(name, node.kind.toString());
        };
    }

    private static Edge comments(Node node, Params params) {
        params.only(OF_COMMENTS);
        boolean all = params.choice("filter", "toplevel", Set.of("toplevel", "stream"))
                .equals("stream");
        String order = params.choice("order", "ranked", Set.of("chronological", "reverse_chronological", "ranked"));
        boolean stream = all && node.kind == Kind.POST;
        List<Node> items = stream ? node.stream() : node.children();
        int total = stream ? node.total() : node.alive();
        return switch (order) {
            case "chronological" -> new Edge(items, Kind.COMMENT, Order.CHRONOLOGICAL, 100, true, total);
            case "reverse_chronological" -> new Edge(items, Kind.COMMENT, Order.NEWEST_FIRST, 100, true, total);
            default -> new Edge(new Ranked(items), Kind.COMMENT, Order.RANKED, 100, true, total);
        };
    }

    private static Edge replies(Node node, Params params) {
        params.only(PAGING);
        Order order = node.kind == Kind.MEDIA ? Order.NEWEST_FIRST : Order.CHRONOLOGICAL;
        return new Edge(node.children(), Kind.IG_COMMENT, order, 50, true, node.alive());
    }
}
