package org.otklik.adapters.meta;

import org.otklik.post.AccountId;
import org.otklik.spi.NetworkAdapter;

class FacebookDeskTest extends DeskOverMeta {

    private final String page = meta.page("Озёрный край");
    private final String post = meta.post(page, page, "Спрашивайте, отвечаем");

    @Override
    AccountId account() {
        return AccountId.of("facebook", "krai");
    }

    @Override
    String number() {
        return page;
    }

    @Override
    String token() {
        return "page-token";
    }

    @Override
    NetworkAdapter adapter() {
        safe.put(token(), meta.pageToken(page));
        return FacebookAdapter.of(
                MetaHost.settings(meta).page(account(), page, "krai").build());
    }

    @Override
    String comment(String text) {
        return meta.comment(post, meta.person("Мария Петрова"), text);
    }

    @Override
    String reply(String to, String text) {
        return meta.comment(to, meta.person("Иван Сидоров"), text);
    }

    @Override
    void answerByHand(String to, String text) {
        meta.comment(to, page, text);
    }
}
