package org.otklik.testkit.x;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireStream;

/**
 * The filtered streams that clients keep open; thread-safe. New posts go out by themselves, signs of life only when a
 * test says so.
 */
public final class XStreams {

    private static final String LINE_END = "\r\n";
    private static final int PROBE_MILLIS = 100;
    private static final int PROBES = 3;

    private final Scene scene;
    private final StreamRules rules;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    private record Connection(WireStream stream, Selection selection) {}

    XStreams(Scene scene, StreamRules rules) {
        this.scene = scene;
        this.rules = rules;
        scene.store.onPost(this::deliver);
    }

    synchronized WireAnswer open(WireRequest request) {
        Problems problems = scene.problems();
        Parameters given = new Parameters(request, problems);
        given.only(Parameters.withFields(Spelling.TWEET, Set.of("backfill_minutes", "start_time", "end_time")));
        Selection selection = given.selection(Spelling.TWEET, scene.spelling);
        if (given.text("backfill_minutes").isPresent()
                || given.text("start_time").isPresent()) {
            throw problems.typed(403, "client-forbidden", "Recovery is for Enterprise.");
        }
        if (rules.isEmpty()) {
            throw problems.typed(409, "conflict", "There are no rules that could filter the stream.");
        }
        if (isTaken()) {
            throw problems.typed(
                    429, "streaming-connection", "This stream is currently at the maximum allowed connection limit.");
        }
        WireStream stream = WireStream.empty();
        connections.add(new Connection(stream, selection));
        return WireAnswer.stream(200, "application/json; charset=utf-8", stream);
    }

    /** Whether a client is still there; one that left is found out by signs of life that nobody takes. */
    private boolean isTaken() {
        for (Connection connection : connections) {
            for (int i = 0; i < PROBES && connection.stream.isOpen(); i++) {
                connection.stream.write(LINE_END).drained(PROBE_MILLIS);
            }
        }
        return connected() > 0;
    }

    private void deliver(XPost post) {
        if (!connections.isEmpty() && post.isPublic()) {
            ArrayNode matching = rules.matching(post);
            if (!matching.isEmpty()) {
                connections.forEach(connection -> connection.stream.write(line(post, matching, connection) + LINE_END));
            }
        }
    }

    private String line(XPost post, ArrayNode matching, Connection connection) {
        String companions = new Rendering(scene.problems())
                .companions(
                        List.of(post),
                        connection.selection,
                        other -> Scene.sees(Caller.application(), other),
                        List.of());
        return "{\"data\":" + Rendering.post(post, connection.selection) + companions + ",\"matching_rules\":"
                + matching + "}";
    }

    /**
     * Counts the clients that are connected, as far as is known.
     *
     * @return how many
     */
    public int connected() {
        connections.removeIf(connection -> !connection.stream.isOpen());
        return connections.size();
    }

    /** Sends a sign of life to every client. */
    public void heartbeat() {
        line("");
    }

    /**
     * Sends a line to every client.
     *
     * @param text without the end of the line
     */
    public void line(String text) {
        connections.forEach(connection -> connection.stream.write(text + LINE_END));
    }

    /** Tells every client that X disconnects it, and does. */
    public void disconnect() {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .add(scene.problems()
                        .problem(
                                503,
                                "operational-disconnect",
                                "This stream has been disconnected upstream for operational reasons."));
        line(body.toString());
        each(WireStream::end);
    }

    /** Breaks the line to every client without a word. */
    public void cut() {
        each(WireStream::cut);
    }

    private void each(Consumer<WireStream> ending) {
        List<Connection> ended = new ArrayList<>(connections);
        connections.removeAll(ended);
        ended.forEach(connection -> ending.accept(connection.stream));
    }

    WireAnswer kill() {
        int killed = connected();
        cut();
        ObjectNode body = Json.object();
        body.putObject("data").put("successful_kills", killed).put("failed_kills", 0);
        return WireAnswer.json(200, body);
    }
}
