package org.otklik.internal.reply;

import java.util.Optional;
import org.otklik.Region;
import org.otklik.post.AccountId;
import org.otklik.post.CleanText;
import org.otklik.route.OfficialAccount;

/** The words of an official, with the line that the law wants under the answers of his account. */
final class Wording {

    private static final String GAP = "\n\n";

    private final Region region;

    Wording(Region region) {
        this.region = region;
    }

    private Optional<String> footnote(AccountId account) {
        return region.accounts()
                .find(account)
                .flatMap(OfficialAccount::footnote)
                .map(CleanText::of)
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }

    /** Returns what will be published; a text that ends with the line already gets no second one. */
    String published(AccountId account, String text) {
        return footnote(account)
                .filter(line -> !text.strip().endsWith(line))
                .map(line -> text.stripTrailing() + GAP + line)
                .orElse(text);
    }

    /** Returns what the official wrote himself. */
    String own(AccountId account, String published) {
        return footnote(account)
                .filter(published::endsWith)
                .map(line -> published
                        .substring(0, published.length() - line.length())
                        .stripTrailing())
                .orElse(published);
    }
}
