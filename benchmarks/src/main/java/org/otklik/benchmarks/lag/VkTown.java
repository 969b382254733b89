package org.otklik.benchmarks.lag;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.adapters.vk.VkAdapter;
import org.otklik.adapters.vk.VkSettings;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.testkit.vk.VkFake;
import org.otklik.testkit.vk.VkLimits;

/** VK with its limits: 3 calls a second, 1,000 searches and 5,000 readings of walls a day. */
final class VkTown implements Town {

    private final VkFake fake;
    private final List<Long> communities;
    private final Talks<String> talks;

    VkTown(InstantSource time, List<String> names) {
        fake = VkFake.open(time).withLimits(VkLimits.official());
        communities = names.stream().map(fake::community).toList();
        talks = new Talks<>(names.size());
    }

    @Override
    public NetworkAdapter adapter() {
        return VkAdapter.of(VkSettings.builder()
                .reader(AccountId.of("vk", "reader"))
                .baseUrl(fake.address())
                .readOnly()
                .build());
    }

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return name.equals("service-token") ? Optional.of(fake.serviceToken()) : Optional.empty();
    }

    @Override
    public int pages() {
        return communities.size();
    }

    @Override
    public Optional<PostId> post(int page, long person, String text) {
        return Optional.of(id(talks.begin(page, fake.post(-communities.get(page), person, text))));
    }

    @Override
    public Optional<PostId> comment(int page, long person, String text) {
        return talks.any(page).map(talk -> id(fake.comment(talk, person, text)));
    }

    @Override
    public Optional<PostId> elsewhere(long person, String text) {
        return Optional.of(id(fake.post(person, person, text)));
    }

    private static PostId id(String nativeId) {
        return PostId.of("vk", nativeId);
    }

    @Override
    public String cost() {
        return String.format(
                Locale.ROOT,
                "newsfeed.search %,d, wall.get %,d, wall.getComments %,d",
                fake.callsOf("newsfeed.search"),
                fake.callsOf("wall.get"),
                fake.callsOf("wall.getComments"));
    }

    @Override
    public void close() {
        fake.close();
    }
}
