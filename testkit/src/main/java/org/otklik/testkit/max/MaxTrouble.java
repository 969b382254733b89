package org.otklik.testkit.max;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.Misbehaviour;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;

/** What goes wrong in the fake when a test wants it; thread-safe. */
public final class MaxTrouble {

    private final Object lock;
    private final MaxWorld world;
    private final WireServer server;
    private final Deque<WireAnswer> nextReads = new ArrayDeque<>();
    private final Deque<WireAnswer> nextWrites = new ArrayDeque<>();
    private boolean stormy;
    private boolean removeTarget;
    private boolean suspendNext;

    MaxTrouble(Object lock, MaxWorld world, WireServer server) {
        this.lock = lock;
        this.world = world;
        this.server = server;
    }

    /**
     * Lets every call with a token be too fast, or no longer.
     *
     * @param on from now on
     */
    public void storm(boolean on) {
        synchronized (lock) {
            stormy = on;
        }
    }

    /**
     * Lets the next reading call fail.
     *
     * @param status HTTP status
     * @param code the network's own
     */
    public void failReading(int status, String code) {
        answerReading(refusal(status, code, "The test wants this"));
    }

    /**
     * Lets the next writing call fail without doing anything.
     *
     * @param status HTTP status
     * @param code the network's own
     */
    public void failWriting(int status, String code) {
        synchronized (lock) {
            nextWrites.add(refusal(status, code, "The test wants this"));
        }
    }

    /**
     * Answers the next reading call with something else.
     *
     * @param answer what it gets
     */
    public void answerReading(WireAnswer answer) {
        synchronized (lock) {
            nextReads.add(answer);
        }
    }

    /** Lets the next writing call be refused by {@code success:false} under status 200. */
    public void refuseWriting() {
        synchronized (lock) {
            nextWrites.add(WireAnswer.json(200, MaxWrites.success(false, "The test wants this")));
        }
    }

    /**
     * Lets the next call of a fault's kind misbehave.
     *
     * @param fault how
     */
    public void breakNext(Fault fault) {
        synchronized (lock) {
            switch (fault) {
                case POLL_FAILS, LOOKUP_FAILS -> failReading(503, "service.unavailable");
                case POLL_RATE_LIMIT -> failReading(429, "too.many.requests");
                case RATE_LIMIT -> failWriting(429, "too.many.requests");
                case TOKEN_DEAD -> failWriting(401, "verify.token");
                case TARGET_DELETED -> removeTarget = true;
                case HIDDEN_REPLY -> suspendNext = true;
                case TIMEOUT_AFTER_APPLYING -> server.misbehave(Misbehaviour.CUT_AFTER);
                case TIMEOUT_BEFORE_APPLYING -> server.misbehave(Misbehaviour.CUT_BEFORE);
                default -> throw new IllegalArgumentException("This network does not know the fault " + fault + ".");
            }
        }
    }

    static WireAnswer refusal(int status, String code, String message) {
        return WireAnswer.json(status, MaxJson.error(code, message));
    }

    void storm(WireRequest request) {
        boolean known = world.tokens.containsKey(request.header("Authorization").orElse(""));
        if (stormy && known) {
            throw new MaxRefusal(429, "too.many.requests", "Too many requests");
        }
    }

    Optional<WireAnswer> nextRead() {
        return Optional.ofNullable(nextReads.poll());
    }

    Optional<WireAnswer> nextWrite() {
        return Optional.ofNullable(nextWrites.poll());
    }

    /** What is answered may be removed a moment before. */
    void before(MaxCall call) {
        if (removeTarget) {
            removeTarget = false;
            String linked = call.json().path("link").path("mid").asText();
            world.remove(linked.isEmpty() ? call.ids().get(0) : linked);
        }
    }

    /** The network may close the place in which an answer stands to everybody. */
    void after(MaxCall call) {
        if (suspendNext) {
            suspendNext = false;
            MaxChat chat = call.ids().isEmpty()
                    ? world.chat(call.number("chat_id", 0))
                    : world.message(call.ids().get(0)).chat();
            chat.status = "suspended";
        }
    }
}
