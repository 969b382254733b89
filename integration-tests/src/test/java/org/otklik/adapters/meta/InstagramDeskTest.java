package org.otklik.adapters.meta;

import org.otklik.post.AccountId;
import org.otklik.spi.NetworkAdapter;

class InstagramDeskTest extends DeskOverMeta {

    private final String krai = meta.instagram("krai");
    private final String medium = meta.media(krai, "Спрашивайте, отвечаем");

    @Override
    AccountId account() {
        return AccountId.of("instagram", "krai");
    }

    @Override
    String number() {
        return krai;
    }

    @Override
    String token() {
        return "instagram-token";
    }

    @Override
    NetworkAdapter adapter() {
        safe.put(token(), meta.instagramToken(krai));
        return InstagramAdapter.of(MetaHost.settings(meta)
                .instagram(account(), krai, "krai", MetaSettings.Login.INSTAGRAM)
                .build());
    }

    @Override
    String comment(String text) {
        return meta.igComment(medium, "zhitel", text);
    }

    @Override
    String reply(String to, String text) {
        return meta.igComment(to, "sosed", text);
    }

    @Override
    void answerByHand(String to, String text) {
        meta.igComment(to, "krai", text);
    }
}
