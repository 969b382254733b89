package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.ok.OkAdapter;
import org.otklik.adapters.ok.OkSettings;
import org.otklik.adapters.ok.OkSettingsBuilder;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.ok.OkFake;
import org.otklik.testkit.wire.WireServer;

/** Odnoklassniki: two administrators, each with a token and a group in which citizens write. */
final class OkStorm implements StormNetwork {

    private static final String TALK = "53038939046008";
    private static final String TOWN = "53038939046009";
    private static final String READER = "500000000001";
    private static final String SPEAKER = "500000000002";
    private static final String CITIZEN = "500000000003";
    private static final String CHAT = "chat:C3ecb9d02a600";
    private static final String GENUINE = "217.20.145.193";

    private final OkFake ok;
    private final String talk;
    private final String town;
    private String readerToken = "ok-canary-reader-1";
    private String speakerToken = "ok-canary-speaker-1";

    OkStorm(InstantSource time) {
        ok = OkFake.open(time)
                .person(READER, "Читатель")
                .person(SPEAKER, "Администратор")
                .person(CITIZEN, "Мария Петрова")
                .group(TALK, "zarech_talk", "Болтаем в Заречинске", READER)
                .group(TOWN, "zarechinsk", "Заречинск официально", SPEAKER)
                .token(readerToken, READER)
                .token(speakerToken, SPEAKER)
                .graphToken("ok-canary-graph", TOWN);
        talk = ok.topic(TALK, TALK, "О чём угодно");
        town = ok.topic(TOWN, TOWN, "Спрашивайте, отвечаем");
    }

    @Override
    public AccountId reader() {
        return AccountId.of("ok", "reader");
    }

    @Override
    public AccountId speaker() {
        return AccountId.of("ok", "zarechinsk");
    }

    @Override
    public String speakerId() {
        return TOWN;
    }

    @Override
    public List<WatchedPage> pages() {
        return List.of();
    }

    @Override
    public void fill(StormSafe safe) {
        safe.put(reader(), "access-token", readerToken);
        safe.put(speaker(), "access-token", speakerToken);
        for (AccountId account : List.of(reader(), speaker())) {
            safe.put(account, "application-secret-key", OkFake.APPLICATION_SECRET);
        }
        safe.put(speaker(), "group-token", "ok-canary-graph");
        safe.put(speaker(), "webhook-secret", "ok-canary-hook");
    }

    @Override
    public OkSettings settings(Wiring wiring) {
        OkSettingsBuilder settings = OkSettings.builder(OkFake.APPLICATION_KEY, wiring.transport())
                .account("reader", TALK)
                .account("zarechinsk", TOWN)
                .baseUrl(wiring.base())
                .every(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(30))
                .calls(10, Duration.ofSeconds(10))
                .rests(Duration.ofMinutes(1), Backoff.STANDARD)
                .writing(true);
        return (wiring.readOnly() ? settings.readOnly() : settings).build();
    }

    @Override
    public NetworkAdapter adapter(Wiring wiring) {
        return OkAdapter.of(settings(wiring));
    }

    @Override
    public void annoy() {
        ok.failReading(102, 104, 401, 10, 100);
        ok.failWriting(102, 104);
    }

    @Override
    public WireServer server() {
        return ok.server();
    }

    @Override
    public PostId write(String text) {
        return id(talk, ok.comment(talk, CITIZEN, text));
    }

    @Override
    public PostId writeToSpeaker(String text) {
        return id(town, ok.comment(town, CITIZEN, text));
    }

    private static PostId id(String topic, String comment) {
        return PostId.of("ok", "GROUP_TOPIC:" + topic + ":" + comment);
    }

    @Override
    public List<String> repliesTo(PostId post) {
        String[] parts = post.nativeId().split(":", -1);
        return ok.answers(parts[1], parts[2]);
    }

    /** No call a second is allowed. */
    @Override
    public void storm(TooFast how) {
        ok.allowing(0, Integer.MAX_VALUE);
    }

    @Override
    public void calm() {
        ok.allowing(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(
                new Budget(readerToken, 10, Duration.ofSeconds(10)),
                new Budget(speakerToken, 10, Duration.ofSeconds(10)));
    }

    @Override
    public String secretOf(AccountId account) {
        return "access-token";
    }

    @Override
    public void kill(AccountId account, StormSafe safe) {
        ok.revoke(safe.get(account, "access-token"));
    }

    @Override
    public void renew(AccountId account, StormSafe safe) {
        if (account.equals(reader())) {
            readerToken += "-new";
            ok.token(readerToken, READER);
        } else {
            speakerToken += "-new";
            ok.token(speakerToken, SPEAKER);
        }
        fill(safe);
    }

    @Override
    public long writes(Wiretap wire) {
        return ok.calls().stream().filter(call -> call.contains("add")).count()
                + ok.calls().stream().filter("graph POST"::equals).count();
    }

    @Override
    public Optional<WebhookRequest> delivery(String text) {
        byte[] body = ok.say(CHAT, CITIZEN, text);
        return Optional.of(WebhookRequest.of(
                "POST",
                "secret=ok-canary-hook",
                Map.of("Content-Type", List.of("application/json")),
                body,
                Optional.of(GENUINE)));
    }

    @Override
    public void close() {
        List<String> violations = ok.server().violations();
        ok.close();
        assertEquals(List.of(), violations);
    }

    @Override
    public String toString() {
        return "OK";
    }
}
