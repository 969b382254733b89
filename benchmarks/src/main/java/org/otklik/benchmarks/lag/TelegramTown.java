package org.otklik.benchmarks.lag;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.telegram.TelegramAdapter;
import org.otklik.adapters.telegram.TelegramSettings;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.testkit.telegram.TelegramFake;

/** Telegram: one bot in the discussion groups of all channels; people begin talks in the groups themselves, too. */
final class TelegramTown implements Town {

    private final TelegramFake fake;
    private final long bot;
    private final List<Long> groups = new ArrayList<>();
    private final Talks<Integer> talks;
    private final People<Long> people;

    TelegramTown(InstantSource time, List<String> names) {
        fake = TelegramFake.open(time);
        bot = fake.bot("samara_reader_bot");
        talks = new Talks<>(names.size());
        people = new People<>(name -> fake.chats().person(name));
        for (String name : names) {
            long channel = fake.chats().channel(name, name);
            long group = fake.chats().supergroup("", name + ": обсуждение");
            fake.chats().link(channel, group);
            fake.chats().add(group, bot);
            int post = fake.talk().post(channel, "Что у вас во дворах?");
            talks.begin(groups.size(), fake.talk().thread(channel, post));
            groups.add(group);
        }
    }

    @Override
    public NetworkAdapter adapter() {
        return TelegramAdapter.of(TelegramSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                .account("reader")
                .baseUrl(fake.address())
                // A fake would wait in real time for what comes in virtual time.
                .polling(Duration.ofSeconds(3), Duration.ZERO)
                .readOnly()
                .build());
    }

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return name.equals("bot-token") ? Optional.of(fake.token(bot)) : Optional.empty();
    }

    @Override
    public int pages() {
        return groups.size();
    }

    @Override
    public Optional<PostId> post(int page, long person, String text) {
        long group = groups.get(page);
        return Optional.of(id(group, talks.begin(page, fake.talk().say(group, people.of(person), text))));
    }

    @Override
    public Optional<PostId> comment(int page, long person, String text) {
        long group = groups.get(page);
        return talks.any(page).map(talk -> id(group, fake.talk().reply(group, talk, people.of(person), text)));
    }

    @Override
    public Optional<PostId> elsewhere(long person, String text) {
        return Optional.empty();
    }

    private static PostId id(long group, int message) {
        return PostId.of("telegram", group + ":" + message);
    }

    @Override
    public String cost() {
        return String.format(Locale.ROOT, "%,d", fake.calls().size());
    }

    @Override
    public void close() {
        fake.close();
    }
}
