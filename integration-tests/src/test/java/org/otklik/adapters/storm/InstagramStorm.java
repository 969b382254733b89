package org.otklik.adapters.storm;

import java.time.InstantSource;
import java.util.List;
import org.otklik.adapters.meta.InstagramAdapter;
import org.otklik.adapters.meta.MetaSettings;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;

/** Instagram: one account whose pictures are read, and one under whose picture people ask. */
final class InstagramStorm extends MetaStorm {

    private final String talk;
    private final String town;
    private final String ask;

    InstagramStorm(InstantSource time) {
        super(time, "instagram", "instagram-token");
        talk = meta.instagram("zarech_talk");
        town = meta.instagram("zarechinsk");
        ask = meta.media(town, "Спрашивайте, отвечаем");
    }

    @Override
    String idOf(AccountId account) {
        return account.equals(reader()) ? talk : town;
    }

    @Override
    String firstToken(String id) {
        return meta.instagramToken(id);
    }

    @Override
    public MetaSettings settings(Wiring wiring) {
        return builder(wiring)
                .instagram(reader(), talk, "zarech_talk", MetaSettings.Login.INSTAGRAM)
                .instagram(speaker(), town, "zarechinsk", MetaSettings.Login.INSTAGRAM)
                .build();
    }

    @Override
    public NetworkAdapter adapter(Wiring wiring) {
        return InstagramAdapter.of(settings(wiring));
    }

    @Override
    public PostId write(String text) {
        return PostId.of("instagram", meta.media(talk, text));
    }

    @Override
    public PostId writeToSpeaker(String text) {
        return PostId.of("instagram", ask + ":" + meta.igComment(ask, "zhitel", text));
    }

    @Override
    void ask(String text) {
        writeToSpeaker(text);
    }

    @Override
    public List<String> repliesTo(PostId post) {
        String id = post.nativeId();
        return meta.repliesTo(id.substring(id.indexOf(':') + 1));
    }

    @Override
    public String toString() {
        return "Instagram";
    }
}
