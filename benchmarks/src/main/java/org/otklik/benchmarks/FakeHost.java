package org.otklik.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.max.MaxFake;
import org.otklik.testkit.meta.MetaFake;
import org.otklik.testkit.ok.OkFake;
import org.otklik.testkit.telegram.TelegramFake;
import org.otklik.testkit.vk.VkFake;
import org.otklik.testkit.vk.VkLimits;
import org.otklik.testkit.x.XFake;

/**
 * A process with a fake network full of posts, so that its memory and its work are not counted as the adapter's. Prints
 * {@code READY address token …} and lives until its input ends.
 */
public final class FakeHost {

    private static final Instant START = Instant.parse("2026-11-22T21:00:00Z");
    private static final int POSTS_A_SECOND = 20;
    private static final int FIRST_PERSON = 1_000;
    private static final int PERSONS = 5_000;

    private final SettableClock clock = SettableClock.startingAt(START);
    private final Random random = new Random(5);
    private final int posts;

    private FakeHost(int posts) {
        this.posts = posts;
    }

    /**
     * Opens a fake.
     *
     * @param arguments the network's code and how many posts it shall hold
     * @throws Exception if the input cannot be read
     */
    public static void main(String[] arguments) throws Exception {
        FakeHost host = new FakeHost(Integer.parseInt(arguments[1]));
        try {
            AutoCloseable fake = host.open(arguments[0]);
            while (System.in.read() >= 0) {
                // Nothing is said here; the end of the input ends the fake.
            }
            fake.close();
        } catch (RuntimeException e) {
            // The fake's threads would keep the process, and whoever waits for it, for ever.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private AutoCloseable open(String network) {
        return switch (network) {
            case "vk" -> vk();
            case "ok" -> ok();
            case "x" -> x();
            case "telegram" -> telegram();
            case "max" -> max();
            case "facebook" -> facebook();
            case "instagram" -> instagram();
            default -> throw new IllegalArgumentException("There is no fake of " + network + ".");
        };
    }

    private AutoCloseable vk() {
        VkFake fake = VkFake.open(clock).withLimits(VkLimits.none());
        long group = fake.community("samara");
        for (int i = 0; i < posts; i++) {
            fake.post(-group, FIRST_PERSON + i % PERSONS, text(i));
            tick(i);
        }
        ready(fake.address(), fake.serviceToken());
        return fake;
    }

    private AutoCloseable ok() {
        OkFake fake = OkFake.open(clock)
                .person("1", "Администратор")
                .token("benchmark-token", "1")
                .allowing(Integer.MAX_VALUE, Integer.MAX_VALUE);
        fake.group("53", "samara", "Самара", "1");
        for (int i = 0; i < PERSONS; i++) {
            fake.person(String.valueOf(FIRST_PERSON + i), "Житель " + i);
        }
        String topic = fake.topic("53", "1", "Самара: что у вас во дворах?");
        for (int i = 0; i < posts; i++) {
            fake.comment(topic, String.valueOf(FIRST_PERSON + i % PERSONS), text(i));
            tick(i);
        }
        ready(fake.address(), "benchmark-token");
        return fake;
    }

    private AutoCloseable x() {
        XFake fake = XFake.open(clock);
        fake.meter().unlimited();
        String[] authors = new String[1_000];
        for (int i = 0; i < authors.length; i++) {
            authors[i] = fake.user("citizen" + i);
        }
        for (int i = 0; i < posts; i++) {
            fake.post(authors[i % authors.length], text(i));
            tick(i);
        }
        ready(fake.address(), fake.bearer());
        return fake;
    }

    /** Comments under a post of a channel, which stay though the bot confirms them: the peer reads them again. */
    private AutoCloseable telegram() {
        TelegramFake fake = TelegramFake.open(clock);
        long bot = fake.bot("benchmark_bot");
        long channel = fake.chats().channel("samara", "Самара");
        long group = fake.chats().supergroup("", "Самара: обсуждение");
        fake.chats().link(channel, group);
        fake.chats().add(group, bot);
        fake.keepUpdates(bot);
        long[] people = new long[PERSONS];
        for (int i = 0; i < people.length; i++) {
            people[i] = fake.chats().person("Житель " + i);
        }
        int post = fake.talk().post(channel, "Самара: что у вас во дворах?");
        int thread = fake.talk().thread(channel, post);
        for (int i = 0; i < posts; i++) {
            fake.talk().reply(group, thread, people[i % PERSONS], text(i));
            tick(i);
        }
        ready(fake.address(), fake.token(bot));
        return fake;
    }

    private AutoCloseable max() {
        MaxFake fake = MaxFake.open(clock).withoutLimits().bot(1, "Самара отвечает", "benchmark-token");
        for (int i = 0; i < PERSONS; i++) {
            fake.person(FIRST_PERSON + i, "Житель " + i);
        }
        fake.channel(-53, "Самара", 1);
        String post = fake.post(-53, "Самара: что у вас во дворах?");
        for (int i = 0; i < posts; i++) {
            fake.comment(post, FIRST_PERSON + i % PERSONS, text(i));
            tick(i);
        }
        ready(fake.address(), "benchmark-token");
        return fake;
    }

    /** Number and secret go with the token: nobody reads a page without them. */
    private AutoCloseable facebook() {
        MetaFake fake = MetaFake.open(clock);
        String page = fake.page("Самара");
        String post = fake.post(page, page, "Самара: что у вас во дворах?");
        for (int i = 0; i < posts; i++) {
            fake.comment(post, fake.person("Житель " + i % PERSONS), text(i));
            tick(i);
        }
        ready(fake.address(), fake.pageToken(page), page, fake.appSecret());
        return fake;
    }

    private AutoCloseable instagram() {
        MetaFake fake = MetaFake.open(clock);
        String account = fake.instagram("samara");
        String medium = fake.media(account, "Самара: что у вас во дворах?");
        for (int i = 0; i < posts; i++) {
            fake.igComment(medium, "zhitel" + i % PERSONS, text(i));
            tick(i);
        }
        ready(fake.address(), fake.instagramToken(account), account, fake.appSecret());
        return fake;
    }

    private void tick(int i) {
        if (i % POSTS_A_SECOND == POSTS_A_SECOND - 1) {
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private String text(int i) {
        return "Самара, жалоба №" + i + ": на улице " + random.nextInt(300)
                + " яма во весь проезд, два колеса пробили, когда наконец заделают? #самара";
    }

    private void ready(URI address, String... words) {
        System.out.println("READY " + address + " " + clock.instant() + " " + String.join(" ", words));
    }
}
