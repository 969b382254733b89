package org.otklik.adapters.storm;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.wire.WireServer;

/**
 * A faked network with two accounts of ours: one that reads, and one that answers and reads what is said to it; for one
 * thread.
 */
interface StormNetwork extends AutoCloseable {

    /** How an adapter is to be made. */
    record Wiring(URI base, HttpTransport transport, boolean readOnly) {}

    /** How often a token may be used. */
    record Budget(String token, int calls, Duration window) {}

    /** Reads citizens' words at one place. */
    AccountId reader();

    /** Answers, and reads what citizens say to it at another place. */
    AccountId speaker();

    /** Under which id the network shows the speaker as an author. */
    String speakerId();

    List<WatchedPage> pages();

    /** Puts all secrets of both accounts where they belong. */
    void fill(StormSafe safe);

    /** What the host gives the adapter. */
    Object settings(Wiring wiring);

    NetworkAdapter adapter(Wiring wiring);

    /** What listens all the time on a thread of its own, if the network has such a thing; to be closed. */
    default Optional<Runnable> stream(NetworkAdapter adapter) {
        return Optional.empty();
    }

    /** Lets the next calls meet the network's own refusals, which repeat as much as they can of what was sent. */
    void annoy();

    WireServer server();

    /** A citizen writes where the reader reads. */
    PostId write(String text);

    /** A citizen writes where the speaker reads. */
    PostId writeToSpeaker(String text);

    List<String> repliesTo(PostId post);

    /** Whether the adapter can look for its own replies. */
    default boolean readsBack() {
        return true;
    }

    /** From now on everything is too fast. */
    void storm(TooFast how);

    void calm();

    /** The budgets that the adapter is set to, for the tokens of both accounts as they appear at the wiretap. */
    List<Budget> budgets();

    /** The name of the secret that proves who the account is. */
    String secretOf(AccountId account);

    /** The network no longer takes an account's token. */
    void kill(AccountId account, StormSafe safe);

    /** The network gives an account a new token, which the host puts into its safe. */
    void renew(AccountId account, StormSafe safe);

    /** How often the network was asked to write. */
    long writes(Wiretap wire);

    /** A genuine delivery for the speaker. */
    Optional<WebhookRequest> delivery(String text);

    @Override
    void close();

    /** The words for haste that the networks have. */
    enum TooFast {
        VK_6("vk"),
        VK_9("vk"),
        OK_8("ok"),
        X_429("x"),
        TG_429("telegram"),
        MAX_429("max"),
        FB_32("facebook"),
        IG_4("instagram");

        private final String network;

        TooFast(String network) {
            this.network = network;
        }

        String network() {
            return network;
        }

        int code() {
            return Integer.parseInt(name().replaceAll(".*_", ""));
        }
    }
}
