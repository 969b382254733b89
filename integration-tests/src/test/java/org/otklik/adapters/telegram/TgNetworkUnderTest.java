package org.otklik.adapters.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.telegram.judge.TgJudged;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.telegram.TelegramFake;

/** A channel with its discussion group, in which our bot reads and answers comments; judged by the Bot API's own words. */
class TgNetworkUnderTest implements NetworkUnderTest {

    static final AccountId ACCOUNT = AccountId.of("telegram", "official");
    static final String SECRET = "hook-canary_1";

    final TelegramFake telegram;
    final TgSafe safe = new TgSafe();
    final long bot;
    final long citizen;
    final long channel;
    final long group;
    final int post;
    private final boolean readOnly;

    TgNetworkUnderTest(SettableClock time) {
        this(time, false);
    }

    private TgNetworkUnderTest(SettableClock time, boolean readOnly) {
        this.readOnly = readOnly;
        telegram = TgJudged.open(time);
        bot = telegram.bot("samara_answers_bot");
        citizen = telegram.chats().person("Мария Петрова");
        channel = telegram.chats().channel("samara_official", "Самара официально");
        group = telegram.chats().supergroup("", "Обсуждение");
        telegram.chats().link(channel, group);
        post = telegram.talk().post(channel, "Спрашивайте, отвечаем");
        telegram.chats().add(group, bot);
        safe.put(ACCOUNT, "bot-token", telegram.token(bot)).put(ACCOUNT, "webhook-secret", SECRET);
    }

    static TgNetworkUnderTest shadow(SettableClock time) {
        return new TgNetworkUnderTest(time, true);
    }

    /** Settings without any rest, for a clock that stands still. */
    TelegramSettingsBuilder settings() {
        return TelegramSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                .baseUrl(telegram.address())
                .polling(Duration.ZERO, Duration.ZERO)
                .calls(100_000, 100_000)
                .rests(new Backoff(Duration.ZERO, Duration.ZERO));
    }

    @Override
    public NetworkAdapter open(AdapterContext context) {
        TelegramSettingsBuilder settings = settings().account(ACCOUNT.name());
        TelegramAdapter adapter = TelegramAdapter.of((readOnly ? settings.readOnly() : settings).build());
        adapter.attach(context);
        return adapter;
    }

    @Override
    public SecretProvider secrets() {
        return safe;
    }

    @Override
    public PostId publish(String text) {
        return id(telegram.talk().comment(channel, post, citizen, text));
    }

    PostId id(int message) {
        return PostId.of("telegram", group + ":" + message);
    }

    static int number(PostId post) {
        return Integer.parseInt(post.nativeId().substring(post.nativeId().lastIndexOf(':') + 1));
    }

    @Override
    public void edit(PostId post, String text) {
        telegram.talk().edit(group, number(post), text);
    }

    @Override
    public List<String> repliesTo(PostId post) {
        return telegram.talk().repliesTo(group, number(post));
    }

    @Override
    public void breakNext(Fault fault) {
        telegram.breakNext(fault);
    }

    static WebhookRequest delivery(String body, String secret) {
        return delivery(body.getBytes(StandardCharsets.UTF_8), secret);
    }

    static WebhookRequest delivery(byte[] body, String secret) {
        Map<String, List<String>> headers =
                Map.of("Content-Type", List.of("application/json"), "X-Telegram-Bot-Api-Secret-Token", List.of(secret));
        return WebhookRequest.of("POST", "", headers, body, Optional.empty());
    }

    @Override
    public void close() {
        telegram.close();
        TgJudged.assertNoViolations(telegram);
    }
}
