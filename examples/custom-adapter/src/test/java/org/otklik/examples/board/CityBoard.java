package org.otklik.examples.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;
import org.otklik.testkit.wire.WireService;

/** The board itself, behind real HTTP, with the hands of its citizens. */
final class CityBoard implements NetworkUnderTest, WireService {

    static final String TOKEN = "board-token";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MANY = 1_000_000;

    private final SettableClock time;
    private final WireServer server = WireServer.open(this);
    private final List<ObjectNode> complaints = new ArrayList<>();
    private final Map<String, Map<String, String>> answers = new HashMap<>();
    private final Queue<Fault> reading = new ArrayDeque<>();
    private final Queue<Fault> answering = new ArrayDeque<>();

    CityBoard(SettableClock time) {
        this.time = time;
    }

    @Override
    public NetworkAdapter open(AdapterContext context) {
        BoardAdapter adapter = new BoardAdapter(server.address(), JdkHttpTransport.of(HttpSettings.standard()), MANY);
        adapter.attach(context);
        return adapter;
    }

    WireServer server() {
        return server;
    }

    @Override
    public SecretProvider secrets() {
        return new BoardMain.OneToken(TOKEN);
    }

    @Override
    public synchronized PostId publish(String text) {
        String id = "c" + (complaints.size() + 1);
        complaints.add(JSON.objectNode()
                .put("id", id)
                .put("text", text)
                .put("at", time.instant().getEpochSecond()));
        answers.put(id, new LinkedHashMap<>());
        return PostId.of("board", id);
    }

    synchronized void addStrange() {
        complaints.add(JSON.objectNode().put("id", "strange"));
    }

    @Override
    public synchronized List<String> repliesTo(PostId post) {
        return List.copyOf(answers.get(post.nativeId()).values());
    }

    @Override
    public synchronized void breakNext(Fault fault) {
        (fault.name().startsWith("POLL") ? reading : answering).add(fault);
    }

    @Override
    public synchronized WireAnswer answer(WireRequest request) {
        if (!request.header("Authorization").equals(Optional.of("Bearer " + TOKEN))) {
            return status(401);
        }
        return request.method().equals("GET") ? page(request) : take(request);
    }

    private static WireAnswer status(int status) {
        return WireAnswer.json(status, JSON.objectNode().put("error", status));
    }

    private WireAnswer page(WireRequest request) {
        Fault fault = reading.poll();
        if (fault != null) {
            return fault == Fault.POLL_RATE_LIMIT ? status(429).header("Retry-After", "30") : status(500);
        }
        int after = Integer.parseInt(request.query().get("after"));
        int end = Math.min(
                complaints.size(), after + Integer.parseInt(request.query().get("limit")));
        ArrayNode shown = JSON.arrayNode();
        complaints.subList(after, end).forEach(shown::add);
        ObjectNode page = JSON.objectNode().put("next", String.valueOf(end)).put("more", end < complaints.size());
        page.set("complaints", shown);
        return WireAnswer.json(200, page);
    }

    private WireAnswer take(WireRequest request) {
        Optional<Fault> fault = Optional.ofNullable(answering.poll());
        return switch (fault.map(Fault::name).orElse("")) {
            case "RATE_LIMIT" -> status(429).header("Retry-After", "30");
            case "TOKEN_DEAD" -> status(401);
            case "TARGET_DELETED" -> status(404);
            case "TIMEOUT_BEFORE_APPLYING" -> WireAnswer.cut();
            case "TIMEOUT_AFTER_APPLYING" -> {
                apply(request);
                yield WireAnswer.cut();
            }
            default -> apply(request);
        };
    }

    private WireAnswer apply(WireRequest request) {
        String complaint = request.path().split("/", -1)[2];
        JsonNode said = WireJson.ofRequests().read(request.body());
        String key = said.path("key").asText();
        answers.get(complaint).putIfAbsent(key, said.path("text").asText());
        return WireAnswer.json(
                201,
                JSON.objectNode().put("id", "a-" + key).put("at", time.instant().getEpochSecond()));
    }

    @Override
    public void close() {
        server.close();
    }
}
