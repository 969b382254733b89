package org.otklik.testkit.meta;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes nodes as one call asks for them. */
final class Writer {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss+0000").withZone(ZoneOffset.UTC);

    private final Scene scene;
    private final Call call;
    /** Whether people are named. */
    private final boolean people;
    /** Whose mention is shown without its sign; empty for nobody's. */
    private final String mentioned;

    Writer(Scene scene, Call call) {
        this(scene, call, "");
    }

    private Writer(Scene scene, Call call, String mentioned) {
        this.scene = scene;
        this.call = call;
        this.people = !call.token().denied.contains("pages_read_user_content");
        this.mentioned = mentioned;
    }

    /** Returns a writer of what mentions an account: Instagram leaves the sign out and does not name who comments. */
    Writer mentioning(Account account) {
        return new Writer(scene, call, account.name);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    Fields fieldsOr(Optional<String> asked, Kind kind) {
        Fields fields = scene.fields(asked.orElse(kind.standard()));
        fields.require(kind);
        return fields;
    }

    void node(StringBuilder out, Node node, Fields fields) {
        boolean steady = people && mentioned.isEmpty() && fields.isFlat(node);
        String known = steady ? node.written(fields) : null;
        if (known != null) {
            out.append(known);
            return;
        }
        int start = out.length();
        out.append('{');
        boolean id = false;
        for (Fields.Field field : fields.all()) {
            id |= field.name().equals("id");
            field(out, node, field);
        }
        if (!id) {
            Json.member(out, "id", node.id);
        }
        out.append('}');
        if (steady) {
            node.written(fields, out.substring(start));
        }
    }

    private void field(StringBuilder out, Node node, Fields.Field field) {
        switch (field.name()) {
            case "id" -> Json.member(out, "id", node.id);
            case "comments", "replies" -> edge(out, node, field);
            case "like_count" -> Json.name(out, "like_count").append(0);
            case "parent", "media", "object" -> related(out, node, field);
            default -> {
                if (node.kind == Kind.POST || node.kind == Kind.COMMENT) {
                    FacebookFields.write(out, node, field.name(), people);
                } else {
                    InstagramFields.write(out, node, field.name(), mentioned);
                }
            }
        }
    }

    private void related(StringBuilder out, Node node, Fields.Field field) {
        Node other = field.name().equals("parent") ? node.upper() : node.root();
        if (other != null) {
            String standard = other.kind == Kind.MEDIA ? "id" : other.kind.standard();
            Fields inner = field.inner() == null ? scene.fields(standard) : field.inner();
            inner.require(other.kind);
            node(Json.name(out, field.name()), other, inner);
        }
    }

    private void edge(StringBuilder out, Node node, Fields.Field field) {
        Params params = new Params(field.arguments());
        Edge edge = Edge.of(node, field.name(), params);
        Fields inner = field.inner() == null ? scene.fields(edge.kind().standard()) : field.inner();
        page(Json.name(out, field.name()), edge, params, inner, node.id + "/" + field.name());
    }

    /** Writes a page of an edge. */
    void page(StringBuilder out, Edge edge, Params params, Fields fields, String path) {
        fields.require(edge.kind());
        Pages page = new Pages(edge, params, scene.quirks().emptyPages());
        List<Node> nodes = scene.trouble().arranged(page.nodes());
        out.append("{\"data\":[");
        for (int i = 0; i < nodes.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            node(out, nodes.get(i), fields);
        }
        out.append(']');
        page.paging(out, nodes.isEmpty(), call.base() + path, link(params));
        if (edge.kind() == Kind.COMMENT
                && !params.get("summary").orElse("false").equals("false")) {
            out.append(",\"summary\":{\"order\":\"")
                    .append(edge.order().spelling())
                    .append("\",\"total_count\":")
                    .append(edge.total())
                    .append(",\"can_comment\":true}");
        }
        out.append('}');
    }

    private Map<String, String> link(Params params) {
        Map<String, String> link = new HashMap<>(params.all());
        link.remove("appsecret_proof");
        link.put("access_token", call.token().value);
        return link;
    }
}
