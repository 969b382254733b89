package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.otklik.adapters.json.Fields;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.SecretProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether MAX still delivers: after eight hours without success it stops, and tells nobody. */
final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final Cursor NOTHING = new Cursor("1");
    private static final Pattern SECRET = Pattern.compile("[\\w-]{5,256}");
    private static final String PATH = "/subscriptions";

    private final SecretProvider secrets;
    private final boolean readOnly;

    Subscriptions(SecretProvider secrets, boolean readOnly) {
        this.secrets = secrets;
        this.readOnly = readOnly;
    }

    /** Looks, and subscribes again if it may and knows where to; brings no posts. */
    PostPage check(MaxAccount account, Optional<URI> url) {
        if (!stands(account.calls(), url)) {
            if (url.isEmpty() || readOnly) {
                throw gone(account.id());
            }
            subscribe(account, url.get());
        }
        return PostPage.of(List.of(), NOTHING, false);
    }

    private static boolean stands(MaxCalls calls, Optional<URI> url) {
        for (JsonNode one : Fields.array(calls.get(PATH, ""), "subscriptions")) {
            String to = one.path("url").asText();
            if (url.isEmpty() || url.get().toString().equals(to)) {
                return true;
            }
        }
        return false;
    }

    private static AdapterException gone(AccountId account) {
        return AdapterException.of(
                        FailureKind.CONFIGURATION,
                        "MAX no longer delivers the updates of " + account
                                + " to the webhook, which it does after eight"
                                + " hours without a 200: subscribe again, or give the address to MaxSettingsBuilder.webhook.")
                .code("unsubscribed");
    }

    private void subscribe(MaxAccount account, URI url) {
        String secret = secrets.secret(account.id(), MaxWebhook.SECRET).orElse("");
        if (!SECRET.matcher(secret).matches()) {
            throw AdapterException.of(
                            FailureKind.CONFIGURATION,
                            "The secret " + MaxWebhook.SECRET + " of " + account.id()
                                    + " must have 5 to 256 letters, digits, _ or -, so nothing is subscribed.")
                    .code("malformed-" + MaxWebhook.SECRET);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", url.toString());
        body.put("secret", secret);
        account.calls().post(PATH, "", body);
        LOG.warn("MAX had stopped delivering the updates of {} to its webhook; it was subscribed again.", account.id());
    }
}
