package org.otklik.benchmarks.lag;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.max.MaxAdapter;
import org.otklik.adapters.max.MaxSettings;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.testkit.max.MaxFake;

/** MAX with its limits; one bot administers the channels, under whose posts people comment. */
final class MaxTown implements Town {

    private static final long BOT = 1;
    private static final String TOKEN = "benchmark-token";
    private static final long FIRST_CHANNEL = -70_000_000_000_001L;
    private static final long FIRST_PERSON = 1_000;

    private final MaxFake fake;
    private final int pages;
    private final Talks<String> talks;
    private final People<Long> people;
    private long nextPerson = FIRST_PERSON;

    MaxTown(InstantSource time, List<String> names) {
        fake = MaxFake.open(time).bot(BOT, "Самара отвечает", TOKEN);
        pages = names.size();
        talks = new Talks<>(pages);
        people = new People<>(this::meet);
        for (int page = 0; page < pages; page++) {
            fake.channel(FIRST_CHANNEL - page, names.get(page), BOT);
            talks.begin(page, fake.post(FIRST_CHANNEL - page, "Что у вас во дворах?"));
        }
    }

    private long meet(String name) {
        fake.person(nextPerson, name);
        return nextPerson++;
    }

    @Override
    public NetworkAdapter adapter() {
        return MaxAdapter.of(MaxSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                .account("reader")
                .baseUrl(fake.address())
                .readOnly()
                .build());
    }

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return name.equals("bot-token") ? Optional.of(TOKEN) : Optional.empty();
    }

    @Override
    public int pages() {
        return pages;
    }

    /** The channel itself, for people only comment there. */
    @Override
    public Optional<PostId> post(int page, long person, String text) {
        talks.begin(page, fake.post(FIRST_CHANNEL - page, text));
        return Optional.empty();
    }

    @Override
    public Optional<PostId> comment(int page, long person, String text) {
        return talks.any(page)
                .map(post -> PostId.of("max", "post:" + post + ":" + fake.comment(post, people.of(person), text)));
    }

    @Override
    public Optional<PostId> elsewhere(long person, String text) {
        return Optional.empty();
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
