package org.otklik.adapters.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.otklik.DeskEvent;
import org.otklik.EventPage;
import org.otklik.Events;
import org.otklik.access.Actor;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.ForbiddenAddressException;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpFailure;
import org.otklik.adapters.http.PinnedTransport;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterState;
import org.otklik.spi.SecretProvider;

/**
 * Sends the events of a desk to one receiver, in their order, each at least once; thread-safe, and several nodes may
 * serve one receiver.
 *
 * <p>A message holds up to a hundred events and is signed by {@link WebhookSignature}. A message that fails is sent
 * again, the same events under the same id, after waits of ten seconds up to an hour, and the later ones wait behind it.
 * Nothing is skipped. Only an answer of 200 to 299 counts; 410 stops the sending until {@link #resume}.
 */
public final class EventWebhook {

    /** Name of the key by which messages are signed. */
    public static final String KEY = "webhook-key";

    /** Name of the key that signs beside it while keys are changed. */
    public static final String OTHER_KEY = "webhook-key-other";

    private static final String PROGRESS = "webhook-progress";
    private static final String NETWORK = "webhook";
    private static final int EVENTS = 100;
    private static final int MESSAGES = 20;
    private static final int LARGEST = 80_000;
    private static final int GONE = 410;
    private static final CallLimits LIMITS = new CallLimits(Duration.ofSeconds(15), 16_384);

    /** Longer than a call may take, so that two nodes do not send the same at once. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private static final Backoff WAITS = new Backoff(Duration.ofSeconds(10), Duration.ofHours(1));

    private final Events events;
    private final Actor actor;
    private final AccountId receiver;
    private final URI address;
    private final AdapterState state;
    private final SecretProvider secrets;
    private final PinnedTransport transport;
    private final InstantSource time;
    private final RandomGenerator random;

    /**
     * Creates the sender for a receiver.
     *
     * @param name a slug for the receiver; its keys are the secrets {@value #KEY} and {@value #OTHER_KEY} of the account
     *     {@code webhook:name}
     * @param address where it listens; a secret may not stand in it
     * @param actor as whom the events are read, which decides what it may see
     * @param events the desk's
     * @param secrets the host's safe
     * @param transport the way out
     * @param time the desk's
     * @param random spreads the waits
     * @throws org.otklik.access.RefusedException if the actor may not follow events
     */
    public EventWebhook(
            String name,
            URI address,
            Actor actor,
            Events events,
            SecretProvider secrets,
            PinnedTransport transport,
            InstantSource time,
            RandomGenerator random) {
        this.receiver = AccountId.of(NETWORK, name);
        this.address = address;
        this.actor = actor;
        this.events = events;
        this.state = events.memory(actor, name).orThrow();
        this.secrets = secrets;
        this.transport = transport;
        this.time = time;
        this.random = random;
    }

    /**
     * Sends what is due, up to twenty messages, and stops at the first that fails.
     *
     * @return what happened
     */
    public DeliveryReport deliverDue() {
        int messages = 0;
        Optional<String> cause = Optional.empty();
        boolean goesOn = true;
        while (goesOn && messages < MESSAGES) {
            Step step = step();
            messages += step.taken() ? 1 : 0;
            cause = step.cause();
            goesOn = step.goesOn();
        }
        Progress now = progress(state.read(PROGRESS));
        return new DeliveryReport(
                messages,
                now.delivered(),
                now.failures(),
                cause,
                now.failures() > 0 && !now.stopped() ? Optional.of(now.notBefore()) : Optional.empty(),
                now.stopped());
    }

    /** Lets sending go on after the receiver had said that it was gone, or at once after a failure. */
    public void resume() {
        Optional<String> known = state.read(PROGRESS);
        state.compareAndSet(PROGRESS, known, progress(known).resumed().text());
    }

    /** What one message came to. */
    private record Step(boolean taken, Optional<String> cause, boolean goesOn) {

        static final Step REST = new Step(false, Optional.empty(), false);
        static final Step ON = new Step(false, Optional.empty(), true);
        static final Step TAKEN = new Step(true, Optional.empty(), true);

        static Step failed(String cause) {
            return new Step(false, Optional.of(cause), false);
        }
    }

    private Step step() {
        Optional<String> known = state.read(PROGRESS);
        Progress progress = progress(known);
        Instant now = time.instant();
        if (progress.stopped() || progress.notBefore().isAfter(now)) {
            return Step.REST;
        }
        Message message = new Message(progress.delivered());
        long read = fill(message, progress);
        if (message.isEmpty()) {
            return read == progress.delivered() ? Step.REST : keep(known, progress.skipped(read), Step.ON);
        }
        if (keys().isEmpty()) {
            return Step.failed("no-" + KEY);
        }
        Progress begun = progress.begun(message.last(), now.plus(TURN));
        return state.compareAndSet(PROGRESS, known, begun.text()) ? send(message, begun) : Step.REST;
    }

    private static Progress progress(Optional<String> text) {
        return text.map(Progress::of).orElseGet(() -> Progress.from(0));
    }

    /** A message that was begun gets the very same events again; the sequence has no gaps, so their number is known. */
    private long fill(Message message, Progress progress) {
        long limit = progress.isUnfinished() ? progress.sending() - progress.delivered() : EVENTS;
        EventPage page = events.after(actor, progress.delivered(), Math.toIntExact(limit))
                .orThrow();
        for (DeskEvent event : page.events()) {
            if (!message.add(event, progress.isUnfinished() ? Integer.MAX_VALUE : LARGEST)) {
                return message.last();
            }
        }
        return page.last();
    }

    private Step keep(Optional<String> known, Progress next, Step step) {
        return state.compareAndSet(PROGRESS, known, next.text()) ? step : Step.REST;
    }

    private Step send(Message message, Progress begun) {
        Optional<String> known = Optional.of(begun.text());
        try {
            HttpAnswer answer = transport.send(call(message));
            if (answer.isSuccess()) {
                return keep(known, begun.taken(), Step.TAKEN);
            }
            Step failed = Step.failed("http-" + answer.status());
            return answer.status() == GONE
                    ? keep(known, begun.stoppedNow(), failed)
                    : keep(known, begun.failed(again(begun, answer.retryAfter(time.instant()))), failed);
        } catch (HttpFailure e) {
            return keep(known, begun.failed(again(begun, Optional.empty())), Step.failed("http-" + e.reason()));
        } catch (ForbiddenAddressException e) {
            return keep(known, begun.failed(again(begun, Optional.empty())), Step.failed("forbidden-address"));
        }
    }

    /** A receiver may ask for a longer wait, but not for one without end. */
    private Instant again(Progress begun, Optional<Duration> wish) {
        Duration own = WAITS.after(begun.failures() + 1, random);
        Duration wait = wish.filter(wished -> wished.compareTo(own) > 0).orElse(own);
        return time.instant().plus(wait.compareTo(WAITS.longest()) > 0 ? WAITS.longest() : wait);
    }

    private HttpCall call(Message message) {
        byte[] body = message.body();
        long seconds = time.instant().getEpochSecond();
        return HttpCall.json(address, body)
                .within(LIMITS)
                .header(WebhookSignature.ID, message.id())
                .header(WebhookSignature.TIMESTAMP, Long.toString(seconds))
                .header(WebhookSignature.SIGNATURE, WebhookSignature.sign(keys(), message.id(), seconds, body));
    }

    private List<String> keys() {
        return Stream.of(KEY, OTHER_KEY)
                .flatMap(name -> secrets.secret(receiver, name).map(String::strip).stream())
                .filter(key -> !key.isEmpty())
                .toList();
    }
}
