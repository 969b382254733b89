package org.otklik.adapters.meta;

import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.testkit.SettableClock;

/** Facebook with a page on which citizens write. */
class FacebookUnderTest extends MetaUnderTest {

    static final AccountId ACCOUNT = AccountId.of("facebook", "krai");

    private final String page;
    private final String citizen;

    FacebookUnderTest(SettableClock time) {
        super(time);
        page = meta.page("Озёрный край");
        citizen = meta.person("Мария Петрова");
        safe.put("page-token", meta.pageToken(page));
    }

    @Override
    AccountId account() {
        return ACCOUNT;
    }

    @Override
    String tokenName() {
        return "page-token";
    }

    @Override
    String id() {
        return page;
    }

    @Override
    NetworkAdapter adapter() {
        return FacebookAdapter.of(settings().page(ACCOUNT, page, "krai").build());
    }

    @Override
    public PostId publish(String text) {
        return PostId.of("facebook", meta.post(page, citizen, text));
    }

    @Override
    void comment(String text) {
        meta.comment(meta.post(page, page, "Задавайте вопросы"), citizen, text);
    }
}
