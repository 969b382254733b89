package org.otklik.testkit.meta;

import java.time.Duration;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.Misbehaviour;
import org.otklik.testkit.wire.WireServer;

/** How Facebook and Instagram go wrong when a test wants it, and what the application asked of them; thread-safe. */
public abstract sealed class MetaFaults permits MetaFake {

    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    private final Scene scene;
    private final Graph graph;
    private final WireServer server;

    MetaFaults(Scene scene, Graph graph, WireServer server) {
        this.scene = scene;
        this.graph = graph;
        this.server = server;
    }

    /**
     * Lets a token die because the application was removed: error 190 with subcode 458 from now on.
     *
     * @param token which
     */
    public void revoke(String token) {
        kill(token, Tokens.APP_REMOVED);
    }

    /**
     * Lets a token run out: error 190 with subcode 463 from now on.
     *
     * @param token which
     */
    public void expire(String token) {
        kill(token, Tokens.EXPIRED);
    }

    /**
     * Lets the next call of a fault's kind misbehave.
     *
     * @param fault how
     */
    public void breakNext(Fault fault) {
        synchronized (scene.world()) {
            switch (fault) {
                case TIMEOUT_AFTER_APPLYING -> server.misbehave(Misbehaviour.CUT_AFTER);
                case TIMEOUT_BEFORE_APPLYING -> server.misbehave(Misbehaviour.CUT_BEFORE);
                case RATE_LIMIT, POLL_RATE_LIMIT -> {
                    scene.trouble().next(fault);
                    scene.usage().nameOnce(ONE_MINUTE);
                }
                default -> scene.trouble().next(fault);
            }
        }
    }

    /**
     * Lets the next call fail, whatever it is.
     *
     * @param code such as 80001; a code for too many calls comes with what {@link #usage} set
     * @param subcode 0 for none
     */
    public void failNext(int code, int subcode) {
        synchronized (scene.world()) {
            scene.trouble().next(GraphError.scripted(code, subcode));
        }
    }

    /**
     * Lets the next writing call fail, without doing anything.
     *
     * @param code such as 368
     * @param subcode 0 for none
     */
    public void failNextWrite(int code, int subcode) {
        synchronized (scene.world()) {
            scene.trouble().nextWrite(GraphError.scripted(code, subcode));
        }
    }

    /**
     * Lets every call fail until {@link #heal()}.
     *
     * @param code such as 4
     * @param subcode 0 for none
     */
    public void failAlways(int code, int subcode) {
        synchronized (scene.world()) {
            scene.trouble().always(GraphError.scripted(code, subcode));
        }
    }

    /** Ends all scripted failures, but not {@link #closeForGood()}. */
    public void heal() {
        synchronized (scene.world()) {
            scene.trouble().heal();
        }
    }

    /** Closes the interface for applications: every call fails with error 10 from now on. */
    public void closeForGood() {
        synchronized (scene.world()) {
            scene.trouble().close();
        }
    }

    /**
     * Lets each answer tell how much of its calls the application used up.
     *
     * @param percent of what is allowed; 0 tells nothing again
     * @param minutesToRegain how long refused calls must wait
     */
    public void usage(int percent, int minutesToRegain) {
        synchronized (scene.world()) {
            scene.usage().set(percent, Duration.ofMinutes(minutesToRegain));
        }
    }

    /**
     * Tells how often something was called by a client with a living token, failed calls too.
     *
     * @param call method and edge, such as {@code POST comments}; {@code GET node} for a node itself
     * @return how often
     */
    public int callsOf(String call) {
        synchronized (scene.world()) {
            return graph.callsOf(call);
        }
    }

    /**
     * Tells how many writing calls were applied.
     *
     * @return their number
     */
    public int writes() {
        synchronized (scene.world()) {
            return graph.applied();
        }
    }

    private void kill(String token, int subcode) {
        synchronized (scene.world()) {
            scene.world().tokens.known(token).dead = subcode;
        }
    }
}
