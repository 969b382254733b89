package org.otklik.adapters.storm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.telegram.TelegramAdapter;
import org.otklik.adapters.telegram.TelegramSettings;
import org.otklik.adapters.telegram.TelegramSettingsBuilder;
import org.otklik.adapters.telegram.judge.TgJudged;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.telegram.TelegramFake;
import org.otklik.testkit.wire.WireServer;

/** Telegram: one bot reads a group of citizens, another answers comments under the posts of the town's channel. */
final class TelegramStorm implements StormNetwork {

    private static final String HOOK = "tg-canary-hook";

    private final TelegramFake telegram;
    private final long reader;
    private final long speaker;
    private final long citizen;
    private final long talk;
    private final long channel;
    private final long discussion;
    private final int post;

    TelegramStorm(InstantSource time) {
        telegram = TgJudged.open(time);
        reader = telegram.bot("zarech_reader_bot");
        speaker = telegram.bot("zarech_answers_bot");
        citizen = telegram.chats().person("Мария Петрова");
        talk = telegram.chats().supergroup("zarech_talk", "Болтаем в Заречинске");
        channel = telegram.chats().channel("zarechinsk", "Заречинск официально");
        discussion = telegram.chats().supergroup("", "Обсуждение");
        telegram.chats().link(channel, discussion);
        // Before the bots are there, which have to find out by the comments.
        post = telegram.talk().post(channel, "Спрашивайте, отвечаем");
        telegram.chats().add(talk, reader);
        telegram.chats().add(discussion, speaker);
    }

    @Override
    public AccountId reader() {
        return AccountId.of("telegram", "reader");
    }

    @Override
    public AccountId speaker() {
        return AccountId.of("telegram", "zarechinsk");
    }

    @Override
    public String speakerId() {
        return String.valueOf(speaker);
    }

    @Override
    public List<WatchedPage> pages() {
        return List.of(new WatchedPage(reader().network(), "zarech_talk", Optional.empty()));
    }

    @Override
    public void fill(StormSafe safe) {
        safe.put(reader(), "bot-token", telegram.token(reader));
        safe.put(speaker(), "bot-token", telegram.token(speaker));
        safe.put(speaker(), "webhook-secret", HOOK);
    }

    @Override
    public TelegramSettings settings(Wiring wiring) {
        TelegramSettingsBuilder settings = TelegramSettings.builder(wiring.transport())
                .account("reader")
                .account("zarechinsk")
                .baseUrl(wiring.base())
                .polling(Duration.ofSeconds(5), Duration.ZERO)
                .calls(5, 10);
        return (wiring.readOnly() ? settings.readOnly() : settings).build();
    }

    @Override
    public NetworkAdapter adapter(Wiring wiring) {
        return TelegramAdapter.of(settings(wiring));
    }

    @Override
    public void annoy() {
        for (int code : List.of(400, 401, 403, 404, 409)) {
            telegram.failReading(code, "Refused: " + telegram.token(reader) + " " + telegram.token(speaker));
            telegram.failWriting(code, "Refused: " + telegram.token(speaker));
        }
    }

    @Override
    public WireServer server() {
        return telegram.server();
    }

    @Override
    public PostId write(String text) {
        return PostId.of("telegram", talk + ":" + telegram.talk().say(talk, citizen, text));
    }

    @Override
    public PostId writeToSpeaker(String text) {
        return PostId.of("telegram", discussion + ":" + telegram.talk().comment(channel, post, citizen, text));
    }

    @Override
    public List<String> repliesTo(PostId post) {
        String[] parts = post.nativeId().split(":", -1);
        return telegram.talk().repliesTo(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    /** A bot is shown nothing of what it wrote. */
    @Override
    public boolean readsBack() {
        return false;
    }

    @Override
    public void storm(TooFast how) {
        telegram.tooFast(25);
    }

    @Override
    public void calm() {
        telegram.calm();
    }

    @Override
    public List<Budget> budgets() {
        return List.of(
                new Budget(telegram.token(reader), 15, Duration.ofSeconds(1)),
                new Budget(telegram.token(speaker), 15, Duration.ofSeconds(1)));
    }

    @Override
    public String secretOf(AccountId account) {
        return "bot-token";
    }

    @Override
    public void kill(AccountId account, StormSafe safe) {
        telegram.renew(account.equals(reader()) ? reader : speaker, "renewed");
    }

    @Override
    public void renew(AccountId account, StormSafe safe) {
        fill(safe);
    }

    @Override
    public long writes(Wiretap wire) {
        return wire.calls().stream()
                .filter(call -> call.what().endsWith("/sendMessage"))
                .count();
    }

    /** The webhook is set for this delivery alone, for otherwise the updates could not be polled. */
    @Override
    public Optional<WebhookRequest> delivery(String text) {
        telegram.webhook(speaker, HOOK);
        writeToSpeaker(text);
        TelegramFake.Delivery last = new TelegramFake.Delivery("", "");
        for (Optional<TelegramFake.Delivery> next = telegram.nextDelivery(speaker);
                next.isPresent();
                next = telegram.nextDelivery(speaker)) {
            last = next.get();
        }
        telegram.withoutWebhook(speaker);
        return Optional.of(WebhookRequest.of(
                "POST",
                "",
                Map.of(
                        "Content-Type",
                        List.of("application/json"),
                        "X-Telegram-Bot-Api-Secret-Token",
                        List.of(last.secret())),
                last.body().getBytes(StandardCharsets.UTF_8),
                Optional.empty()));
    }

    @Override
    public void close() {
        telegram.close();
        TgJudged.assertNoViolations(telegram);
    }

    @Override
    public String toString() {
        return "Telegram";
    }
}
