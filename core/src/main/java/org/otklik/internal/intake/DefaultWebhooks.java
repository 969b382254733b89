package org.otklik.internal.intake;

import java.util.Optional;
import org.otklik.Webhooks;
import org.otklik.access.Actor;
import org.otklik.internal.health.AccountWatch;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes webhooks: what is genuine is committed before the network hears that it was taken. */
public final class DefaultWebhooks implements Webhooks {

    private static final Logger log = LoggerFactory.getLogger(DefaultWebhooks.class);
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    private final Sessions sessions;
    private final Intake intake;
    private final AccountWatch watch;

    /** Creates the service. */
    public DefaultWebhooks(Sessions sessions, Intake intake, AccountWatch watch) {
        this.sessions = sessions;
        this.intake = intake;
        this.watch = watch;
    }

    @Override
    public WebhookAnswer receive(AccountId account, WebhookRequest request) {
        Optional<WebhookDecoder> decoder = sessions.parts()
                .adapter(account.network())
                .filter(WebhookDecoder.class::isInstance)
                .map(WebhookDecoder.class::cast);
        if (decoder.isEmpty()) {
            return WebhookAnswer.text(NOT_FOUND, "");
        }
        try {
            return take(account, decoder.get().decode(account, request));
        } catch (RuntimeException e) {
            log.warn("A webhook of {} could not be taken; the network will send it again.", account, e);
            return WebhookAnswer.text(FAILED, "");
        }
    }

    private WebhookAnswer take(AccountId account, WebhookDecision decision) {
        if (decision instanceof WebhookDecision.Genuine genuine) {
            if (!genuine.changes().isEmpty()) {
                CaptureCount count = sessions.run(
                        Actor.system(), session -> intake.capture(session, account + "/webhook", genuine.changes()));
                if (count.captured() > 0) {
                    watch.heard(account);
                }
            }
            return genuine.answer();
        }
        WebhookDecision.Rejected rejected = (WebhookDecision.Rejected) decision;
        log.info("A webhook of {} was turned away: {}.", account, rejected.reason());
        return rejected.answer();
    }
}
