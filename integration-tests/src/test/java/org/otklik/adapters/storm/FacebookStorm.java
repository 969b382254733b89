package org.otklik.adapters.storm;

import java.time.InstantSource;
import java.util.List;
import org.otklik.adapters.meta.FacebookAdapter;
import org.otklik.adapters.meta.MetaSettings;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;

/** Facebook: one page on which visitors write, and one under whose post people ask. */
final class FacebookStorm extends MetaStorm {

    private final String talk;
    private final String town;
    private final String citizen;
    private final String ask;

    FacebookStorm(InstantSource time) {
        super(time, "facebook", "page-token");
        talk = meta.page("Болтаем в Заречинске");
        town = meta.page("Заречинск официально");
        citizen = meta.person("Мария Петрова");
        ask = meta.post(town, town, "Спрашивайте, отвечаем");
    }

    @Override
    String idOf(AccountId account) {
        return account.equals(reader()) ? talk : town;
    }

    @Override
    String firstToken(String id) {
        return meta.pageToken(id);
    }

    @Override
    public MetaSettings settings(Wiring wiring) {
        return builder(wiring)
                .page(reader(), talk, talk)
                .page(speaker(), town, "zarechinsk")
                .build();
    }

    @Override
    public NetworkAdapter adapter(Wiring wiring) {
        return FacebookAdapter.of(settings(wiring));
    }

    @Override
    public PostId write(String text) {
        return PostId.of("facebook", meta.post(talk, citizen, text));
    }

    @Override
    public PostId writeToSpeaker(String text) {
        return PostId.of("facebook", meta.comment(ask, citizen, text));
    }

    @Override
    void ask(String text) {
        writeToSpeaker(text);
    }

    @Override
    public List<String> repliesTo(PostId post) {
        return meta.repliesTo(post.nativeId());
    }

    /** The network no longer lets any application in. */
    void closeForGood() {
        meta.closeForGood();
    }

    @Override
    public String toString() {
        return "Facebook";
    }
}
