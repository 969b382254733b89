package org.otklik.adapters.meta;

import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.testkit.SettableClock;

/** Instagram with an account whose media are read; nobody but the account can write what is no comment. */
class InstagramUnderTest extends MetaUnderTest {

    static final AccountId ACCOUNT = AccountId.of("instagram", "krai");

    private final String account;

    InstagramUnderTest(SettableClock time) {
        super(time);
        account = meta.instagram("krai");
        safe.put("instagram-token", meta.instagramToken(account));
    }

    @Override
    AccountId account() {
        return ACCOUNT;
    }

    @Override
    String tokenName() {
        return "instagram-token";
    }

    @Override
    String id() {
        return account;
    }

    @Override
    NetworkAdapter adapter() {
        return InstagramAdapter.of(settings()
                .instagram(ACCOUNT, account, "krai", MetaSettings.Login.INSTAGRAM)
                .build());
    }

    @Override
    public PostId publish(String text) {
        return PostId.of("instagram", meta.media(account, text));
    }

    @Override
    void comment(String text) {
        meta.igComment(meta.media(account, "Задавайте вопросы"), "zhitel", text);
    }
}
