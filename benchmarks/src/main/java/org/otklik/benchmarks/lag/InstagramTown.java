package org.otklik.benchmarks.lag;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.meta.InstagramAdapter;
import org.otklik.adapters.meta.MetaSettings;
import org.otklik.adapters.meta.MetaSettingsBuilder;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;

/** Instagram: accounts show pictures, and people comment under them. */
final class InstagramTown extends MetaTown {

    private final People<String> people = new People<>(name -> fake.igPerson("zhitel" + name.replaceAll("\\D", "")));

    InstagramTown(InstantSource time, List<String> names) {
        super(time, names.size(), "GET media");
        for (int page = 0; page < names.size(); page++) {
            account(AccountId.of("instagram", names.get(page)), fake.instagram(names.get(page)));
            talks.begin(page, fake.media(page(page), "Что у вас во дворах?"));
        }
    }

    @Override
    String token(String id) {
        return fake.instagramToken(id);
    }

    @Override
    public NetworkAdapter adapter() {
        MetaSettingsBuilder settings = settings();
        accounts()
                .forEach(
                        (account, id) -> settings.instagram(account, id, account.name(), MetaSettings.Login.INSTAGRAM));
        return InstagramAdapter.of(settings.build());
    }

    /** The account itself, for people only comment there. */
    @Override
    public Optional<PostId> post(int page, long person, String text) {
        talks.begin(page, fake.media(page(page), text));
        return Optional.empty();
    }

    @Override
    public Optional<PostId> comment(int page, long person, String text) {
        return talks.any(page)
                .map(media -> PostId.of("instagram", media + ":" + fake.igComment(media, people.of(person), text)));
    }
}
