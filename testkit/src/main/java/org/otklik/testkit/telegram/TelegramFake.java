package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.Misbehaviour;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;

/**
 * Telegram's Bot API on the loopback interface: bots with tokens, updates that wait until they are confirmed, webhooks,
 * limits and refusals; thread-safe. {@link #chats()} opens places, {@link #talk()} lets people speak there.
 */
public final class TelegramFake implements AutoCloseable {

    private static final int FIRST_WAIT = 5;
    private static final Map<String, Set<String>> PARAMETERS = Map.of(
            "getUpdates", Set.of("offset", "limit", "timeout", "allowed_updates"),
            "sendMessage",
                    Set.of(
                            "chat_id",
                            "text",
                            "message_thread_id",
                            "reply_parameters",
                            "link_preview_options",
                            "disable_notification"),
            "setWebhook", Set.of("url", "secret_token", "allowed_updates", "max_connections", "drop_pending_updates"),
            "deleteWebhook", Set.of("drop_pending_updates"));

    private final TgWorld world;
    private final TgUpdates updates;
    private final TgSending sending;
    private final TelegramChats chats;
    private final TelegramTalk talk;
    private final WireServer server;
    private final List<String> log = new ArrayList<>();
    private final Deque<TgRefusal> nextReads = new ArrayDeque<>();
    private final Deque<TgRefusal> nextWrites = new ArrayDeque<>();
    private boolean removeTarget;
    private int tooFast;

    private TelegramFake(InstantSource time) {
        world = new TgWorld(time);
        updates = new TgUpdates(world);
        sending = new TgSending(world);
        chats = new TelegramChats(world);
        talk = new TelegramTalk(world);
        server = WireServer.open(this::answer);
    }

    /**
     * Opens an empty network.
     *
     * @param time its clock
     * @return the running network
     */
    public static TelegramFake open(InstantSource time) {
        return new TelegramFake(time);
    }

    /**
     * Gives the server, for trouble on the line and inspectors.
     *
     * @return the server
     */
    public WireServer server() {
        return server;
    }

    /**
     * Tells where the network is.
     *
     * @return base address, without a slash at the end
     */
    public URI address() {
        return server.address();
    }

    /**
     * Gives the places.
     *
     * @return channels, groups and who is in them
     */
    public TelegramChats chats() {
        return chats;
    }

    /**
     * Gives what people do.
     *
     * @return messages, posts, edits
     */
    public TelegramTalk talk() {
        return talk;
    }

    @Override
    public void close() {
        server.close();
    }

    /**
     * Registers a bot.
     *
     * @param username such as {@code samara_answers_bot}
     * @return its id, which is the number in its token
     */
    public long bot(String username) {
        synchronized (world) {
            return world.bot(username).user.id();
        }
    }

    /**
     * Gives the token of a bot.
     *
     * @param bot which
     * @return what stands in the path of its calls
     */
    public String token(long bot) {
        synchronized (world) {
            return world.bot(bot).token;
        }
    }

    /**
     * Gives a bot another token: the old one meets 401 from now on.
     *
     * @param bot which
     * @param secret what stands behind the number, letters and digits
     * @return the new token
     */
    public String renew(long bot, String secret) {
        synchronized (world) {
            world.bot(bot).token = TgWorld.token(bot, secret);
            return world.bot(bot).token;
        }
    }

    /**
     * Sets whether a bot sees plain messages of groups, as administrators and bots without privacy mode do; it does
     * unless set.
     *
     * @param bot which
     * @param on whether messages of groups are hidden from it
     */
    public void privacy(long bot, boolean on) {
        synchronized (world) {
            world.bot(bot).sees = !on;
        }
    }

    /**
     * Lets the numbers of a bot's updates go on somewhere else, as after a week without updates.
     *
     * @param bot which
     * @param next the number of the next update
     */
    public void restartUpdates(long bot, int next) {
        synchronized (world) {
            world.bot(bot).restart(next);
        }
    }

    /**
     * Keeps the updates of a bot though it confirms them, for benchmarks that read them more than once.
     *
     * @param bot which
     */
    public void keepUpdates(long bot) {
        synchronized (world) {
            world.bot(bot).keeps = true;
        }
    }

    /**
     * Gives a bot a raw update of any kind.
     *
     * @param bot which
     * @param kind such as {@code poll_answer}
     * @param what its content
     */
    public void tell(long bot, String kind, ObjectNode what) {
        synchronized (world) {
            world.bot(bot).tell(kind, what);
            world.notifyAll();
        }
    }

    /**
     * Sets the webhook of a bot, as its owner does by {@code setWebhook}; what waits is delivered there.
     *
     * @param bot which
     * @param secret what each delivery carries in its header; empty text for none
     */
    public void webhook(long bot, String secret) {
        synchronized (world) {
            TgBot known = world.bot(bot);
            ObjectNode parameters = TgJson.NODES.objectNode().put("url", "https://host.example/telegram");
            updates.set(known, new TgCall(known.token, "setWebhook", parameters.put("secret_token", secret)));
        }
    }

    /**
     * Removes the webhook of a bot, as its owner does by {@code deleteWebhook}.
     *
     * @param bot which
     */
    public void withoutWebhook(long bot) {
        synchronized (world) {
            updates.set(world.bot(bot), new TgCall("", "deleteWebhook", TgJson.NODES.objectNode()));
        }
    }

    /**
     * Takes the next delivery of a bot's webhook.
     *
     * @param bot which
     * @return the body, as UTF-8, and the secret of the header; empty if nothing waits
     */
    public Optional<Delivery> nextDelivery(long bot) {
        synchronized (world) {
            TgBot known = world.bot(bot);
            return Optional.ofNullable(known.deliveries.poll()).map(body -> new Delivery(body, known.webhookSecret));
        }
    }

    /**
     * A request to a webhook; immutable.
     *
     * @param body JSON of one update
     * @param secret value of the header {@code X-Telegram-Bot-Api-Secret-Token}; empty text if there is none
     */
    public record Delivery(String body, String secret) {}

    /**
     * Notes that a delivery of a bot's webhook was answered with an error just now.
     *
     * @param bot which
     */
    public void webhookFailed(long bot) {
        synchronized (world) {
            world.bot(bot).failedAt = world.time.instant();
        }
    }

    /** Holds bots to the network's limits of sending: one message a second in a chat, twenty a minute in a group. */
    public void limitSending() {
        synchronized (world) {
            sending.limit();
        }
    }

    /**
     * Answers every call with 429 until {@link #calm()}.
     *
     * @param seconds how long a bot shall wait, above nought
     */
    public void tooFast(int seconds) {
        synchronized (world) {
            tooFast = seconds;
        }
    }

    /** Ends {@link #tooFast(int)}. */
    public void calm() {
        tooFast(0);
    }

    /**
     * Lets the next call for updates fail.
     *
     * @param code status and code
     * @param description in the network's words
     */
    public void failReading(int code, String description) {
        synchronized (world) {
            nextReads.add(new TgRefusal(code, description));
        }
    }

    /**
     * Lets the next writing call fail, without doing anything.
     *
     * @param code status and code
     * @param description in the network's words
     */
    public void failWriting(int code, String description) {
        synchronized (world) {
            nextWrites.add(new TgRefusal(code, description));
        }
    }

    /**
     * Lets the next call of a fault's kind misbehave.
     *
     * @param fault how
     */
    public void breakNext(Fault fault) {
        synchronized (world) {
            switch (fault) {
                case POLL_FAILS -> nextReads.add(new TgRefusal(502, "Bad Gateway"));
                case POLL_RATE_LIMIT -> nextReads.add(TgRefusal.tooFast(FIRST_WAIT));
                case RATE_LIMIT -> nextWrites.add(TgRefusal.tooFast(FIRST_WAIT));
                case TOKEN_DEAD -> nextWrites.add(new TgRefusal(401, "Unauthorized"));
                case TARGET_DELETED -> removeTarget = true;
                case TIMEOUT_AFTER_APPLYING -> server.misbehave(Misbehaviour.CUT_AFTER);
                case TIMEOUT_BEFORE_APPLYING -> server.misbehave(Misbehaviour.CUT_BEFORE);
                default -> throw new IllegalArgumentException("This network does not know the fault " + fault + ".");
            }
        }
    }

    /**
     * Lists the calls that came with a good token.
     *
     * @return names of methods, in order
     */
    public List<String> calls() {
        synchronized (world) {
            return List.copyOf(log);
        }
    }

    private WireAnswer answer(WireRequest request) {
        synchronized (world) {
            try {
                return answer(TgCall.of(request));
            } catch (TgRefusal refusal) {
                return refusal.answer();
            }
        }
    }

    private WireAnswer answer(TgCall call) {
        TgBot bot = bearer(call.token());
        log.add(call.method());
        if (tooFast > 0) {
            throw TgRefusal.tooFast(tooFast);
        }
        if (call.method().equals("sendMessage")) {
            return result(write(bot, call));
        }
        fail(nextReads);
        call.only(PARAMETERS);
        return switch (call.method()) {
            case "getUpdates" -> WireAnswer.of(200, "application/json", updates.get(bot, call));
            case "getMe" -> result(TgJson.user(bot.user));
            case "getWebhookInfo" -> result(updates.info(bot));
            case "setWebhook" -> result(updates.set(bot, call));
            case "deleteWebhook" -> result(updates.set(bot, new TgCall("", "", TgJson.NODES.objectNode())));
            default -> throw new TgRefusal(404, "Not Found: method not found");
        };
    }

    /** A token of a wrong form is a wrong address. */
    private TgBot bearer(String token) {
        if (!token.matches("[0-9]{1,18}:[A-Za-z0-9_-]+")) {
            throw new TgRefusal(404, "Not Found");
        }
        return world.bots.values().stream()
                .filter(bot -> bot.token.equals(token))
                .findFirst()
                .orElseThrow(() -> new TgRefusal(401, "Unauthorized"));
    }

    private JsonNode write(TgBot bot, TgCall call) {
        fail(nextWrites);
        call.only(PARAMETERS);
        if (removeTarget) {
            removeTarget = false;
            talk.forget(
                    call.parameters().path("chat_id").asLong(),
                    call.get("reply_parameters").path("message_id").asInt());
        }
        return sending.send(bot, call);
    }

    private static WireAnswer result(JsonNode result) {
        ObjectNode body = TgJson.NODES.objectNode().put("ok", true);
        return WireAnswer.json(200, body.set("result", result));
    }

    private static void fail(Deque<TgRefusal> next) {
        TgRefusal refusal = next.poll();
        if (refusal != null) {
            throw refusal;
        }
    }
}
