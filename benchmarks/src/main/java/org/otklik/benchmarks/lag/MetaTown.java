package org.otklik.benchmarks.lag;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.adapters.meta.MetaSettings;
import org.otklik.adapters.meta.MetaSettingsBuilder;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.testkit.meta.MetaFake;

/** What Facebook and Instagram are alike in: each page is an account with a token of its own. */
abstract class MetaTown implements Town {

    final MetaFake fake;
    final Talks<String> talks;
    private final Map<AccountId, String> ids = new LinkedHashMap<>();
    private final List<String> reads;

    MetaTown(InstantSource time, int pages, String... reads) {
        fake = MetaFake.open(time);
        talks = new Talks<>(pages);
        this.reads = List.of(reads);
    }

    final void account(AccountId account, String id) {
        ids.put(account, id);
    }

    final Map<AccountId, String> accounts() {
        return ids;
    }

    final String page(int number) {
        return ids.values().stream().skip(number).findFirst().orElseThrow();
    }

    final MetaSettingsBuilder settings() {
        return MetaSettings.builder().baseUrls(fake.address(), fake.address()).readOnly(true);
    }

    abstract String token(String id);

    @Override
    public final Optional<String> secret(AccountId account, String name) {
        return switch (name) {
            case "page-token", "instagram-token" ->
                Optional.ofNullable(ids.get(account)).map(this::token);
            case "app-secret" -> Optional.of(fake.appSecret());
            default -> Optional.empty();
        };
    }

    @Override
    public final int pages() {
        return ids.size();
    }

    @Override
    public final Optional<PostId> elsewhere(long person, String text) {
        return Optional.empty();
    }

    @Override
    public final String cost() {
        return String.join(
                ", ",
                Stream.concat(reads.stream(), Stream.of("GET comments"))
                        .map(call -> String.format(Locale.ROOT, "%s %,d", call, fake.callsOf(call)))
                        .toList());
    }

    @Override
    public final void close() {
        fake.close();
    }
}
