package org.otklik.testkit.meta;

/**
 * A call that may enter; immutable.
 *
 * @param method of HTTP
 * @param base where the graph is, with version and slash
 * @param id of the node; empty for several
 * @param edge of the node; empty for the node itself
 * @param params of query and body
 * @param token for whom it acts
 */
record Call(String method, String base, String id, String edge, Params params, Token token) {

    boolean isRead() {
        return method.equals("GET");
    }

    /** Names what is called, such as {@code POST comments} or {@code GET node}. */
    String name() {
        return method + " " + (edge.isEmpty() ? (id.equals("ig_hashtag_search") ? id : "node") : edge);
    }
}
