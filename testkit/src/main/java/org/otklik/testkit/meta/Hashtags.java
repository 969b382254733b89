package org.otklik.testkit.meta;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tags of public media, which tokens of Facebook Login may search; guarded by the lock of its world. */
final class Hashtags {

    private static final long FIRST_TAG = 17_843_800_000_000_000L;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofHours(24);
    private static final int MOST_A_WEEK = 30;
    private static final int MOST_MEDIA = 50;

    /** A tag and the media that have it, oldest first. */
    private record Tag(String id, List<Node> media) {}

    private final Scene scene;
    private final Map<String, Tag> byName = new HashMap<>();
    private final Map<String, Tag> byId = new HashMap<>();
    private final Map<Account, Map<String, Instant>> searched = new HashMap<>();

    Hashtags(Scene scene) {
        this.scene = scene;
    }

    void add(String name, Node media) {
        Tag tag = byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), unknown -> {
            Tag fresh = new Tag(scene.world().fresh(FIRST_TAG), new ArrayList<>());
            byId.put(fresh.id, fresh);
            return fresh;
        });
        tag.media.add(media);
    }

    boolean isTag(String id) {
        return byId.containsKey(id);
    }

    void search(StringBuilder out, Call call) {
        Params params = call.params().only(Set.of("user_id", "q"));
        Account account = searcher(call);
        Tag tag = byName.get(params.need("q").toLowerCase(Locale.ROOT));
        if (tag == null) {
            throw new GraphError(24, 2_207_024, "(#24) The requested resource does not exist");
        }
        Map<String, Instant> week = week(account);
        if (!week.containsKey(tag.id) && week.size() == MOST_A_WEEK) {
            throw new GraphError(18, 2_207_034, "(#18) Max number of hashtags reached");
        }
        week.putIfAbsent(tag.id, scene.world().now());
        out.append("{\"data\":[{\"id\":\"").append(tag.id).append("\"}]}");
    }

    private Account searcher(Call call) {
        String id = call.params().need("user_id");
        if (call.token().login == Token.Login.INSTAGRAM) {
            throw GraphError.denied(10, "Hashtags are searched with Facebook Login only");
        }
        return scene.world()
                .findAccount(id)
                .filter(one -> one.kind == Kind.IG_USER && call.token().reaches(one))
                .orElseThrow(() -> GraphError.parameter("user_id is no account of the token"));
    }

    private Map<String, Instant> week(Account account) {
        Map<String, Instant> week = searched.computeIfAbsent(account, fresh -> new LinkedHashMap<>());
        Instant begin = scene.world().now().minus(WEEK);
        week.values().removeIf(at -> !at.isAfter(begin));
        return week;
    }

    void recent(StringBuilder out, Call call, Account account) {
        call.params().only(Set.of("limit", "after"));
        out.append("{\"data\":[");
        String comma = "";
        for (String id : week(account).keySet()) {
            out.append(comma).append("{\"id\":\"").append(id).append("\"}");
            comma = ",";
        }
        out.append("]}");
    }

    /** Shows the public media of the last day, without their authors. */
    void media(StringBuilder out, Call call) {
        if (!call.edge().equals("recent_media")) {
            throw GraphError.noField(call.edge(), Kind.HASHTAG.toString());
        }
        call.params().only(Set.of("user_id", "limit", "after"));
        searcher(call);
        Tag tag = byId.get(call.id());
        List<Node> all = tag == null ? List.of() : tag.media;
        Instant begin = scene.world().now().minus(DAY);
        int from = all.size();
        while (from > 0 && !all.get(from - 1).at.isBefore(begin)) {
            from--;
        }
        List<Node> fresh = all.subList(from, all.size());
        Edge edge = new Edge(fresh, Kind.TAGGED_MEDIA, Edge.Order.NEWEST_FIRST, MOST_MEDIA, true, fresh.size());
        Writer writer = new Writer(scene, call);
        Fields fields = writer.fieldsOr(call.params().get("fields"), edge.kind());
        writer.page(out, edge, call.params(), fields, call.id() + "/recent_media");
    }
}
