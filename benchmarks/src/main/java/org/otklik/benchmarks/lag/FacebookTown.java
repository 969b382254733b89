package org.otklik.benchmarks.lag;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.meta.FacebookAdapter;
import org.otklik.adapters.meta.MetaSettingsBuilder;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;

/** Facebook: people write on pages and comment under what stands there. */
final class FacebookTown extends MetaTown {

    private final People<String> people = new People<>(fake::person);

    FacebookTown(InstantSource time, List<String> names) {
        super(time, names.size(), "GET feed");
        names.forEach(name -> account(AccountId.of("facebook", name), fake.page(name)));
    }

    @Override
    String token(String id) {
        return fake.pageToken(id);
    }

    @Override
    public NetworkAdapter adapter() {
        MetaSettingsBuilder settings = settings();
        accounts().forEach((account, id) -> settings.page(account, id, account.name()));
        return FacebookAdapter.of(settings.build());
    }

    @Override
    public Optional<PostId> post(int page, long person, String text) {
        return Optional.of(id(talks.begin(page, fake.post(page(page), people.of(person), text))));
    }

    @Override
    public Optional<PostId> comment(int page, long person, String text) {
        return talks.any(page).map(talk -> id(fake.comment(talk, people.of(person), text)));
    }

    private static PostId id(String nativeId) {
        return PostId.of("facebook", nativeId);
    }
}
