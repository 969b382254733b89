package org.otklik.adapters.ok;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers that the network refused to write: for a day the whole account if the method is gone, or one discussion if
 * permission is missing there; thread-safe.
 */
final class Refusals {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final String KEY = "writing-refused";
    private static final int MOST = 2000;
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final AdapterContext context;
    private final Map<AccountId, Instant> accounts = new ConcurrentHashMap<>();
    private final Map<String, Instant> discussions = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Refusals(AdapterContext context) {
        this.context = context;
    }

    /**
     * Reads what was noted before a restart or by another node. Not when it is asked whether an answer is possible: the
     * desk asks that within its own transactions.
     */
    void learn(AccountId account) {
        context.state(account)
                .read(KEY)
                .flatMap(Refusals::instant)
                .ifPresentOrElse(at -> accounts.put(account, at), () -> accounts.remove(account));
    }

    void methodGone(AccountId account) {
        accounts.put(account, context.time().instant());
        write(account, context.time().instant().toString());
    }

    /** It was written after all. */
    void clear(AccountId account, String discussion) {
        if (accounts.remove(account) != null) {
            write(account, "");
        }
        synchronized (discussions) {
            discussions.remove(account + " " + discussion);
        }
    }

    private void write(AccountId account, String value) {
        AdapterState state = context.state(account);
        boolean written = state.compareAndSet(KEY, state.read(KEY), value);
        LOG.debug("{} writes in Odnoklassniki: refused at {}, noted {}", account, value, written);
    }

    void denied(AccountId account, String discussion) {
        synchronized (discussions) {
            discussions.put(account + " " + discussion, context.time().instant());
        }
    }

    boolean isRefused(AccountId account, String discussion) {
        Optional<Instant> here;
        synchronized (discussions) {
            here = Optional.ofNullable(discussions.get(account + " " + discussion));
        }
        return Stream.concat(Optional.ofNullable(accounts.get(account)).stream(), here.stream())
                .anyMatch(this::isFresh);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private boolean isFresh(Instant refused) {
        return refused.plus(REMEMBERED).isAfter(context.time().instant());
    }
}
