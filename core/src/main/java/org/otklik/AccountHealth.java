package org.otklik;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.SourceId;

/**
 * How an account is, since when, why, and what waits for it; immutable.
 *
 * @param account which
 * @param state how it is
 * @param since since when it is so; for a silent account since its last post or reading
 * @param cause the worst of what fails; empty while the account is well
 * @param lastSuccess when a source of it was last read without an error
 * @param lastPost when a post that was new to the desk last came through it
 * @param waitingPublications approved replies that wait to be sent or found through it
 */
public record AccountHealth(
        AccountId account,
        HealthState state,
        Instant since,
        Optional<Cause> cause,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastPost,
        long waitingPublications) {

    /** The code of an account whose sources are read and bring no post. */
    public static final String NO_POSTS = "NO_POSTS";

    /** The code of an account of which nothing is read, though there is something to read. */
    public static final String NOTHING_READ = "NOTHING_READ";

    /** Checks the parts. */
    public AccountHealth {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(cause, "cause");
    }

    /**
     * Why an account is not well; immutable.
     *
     * @param source what could not be read; empty when sending failed, and for silence
     * @param kind what the error means; empty for silence, and for an error that no adapter explained
     * @param code the network's own code, or {@link #NO_POSTS} or {@link #NOTHING_READ}
     * @param help where a person can help, such as the network's captcha
     * @param secrets names of the secrets that the adapter asks for, never their values
     */
    public record Cause(
            Optional<SourceId> source,
            Optional<FailureKind> kind,
            String code,
            Optional<URI> help,
            List<String> secrets) {

        /** Copies the names. */
        public Cause {
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * Says what is wrong, since when, what waits, and how to help without a restart.
     *
     * @param locale the reader's language; Russian unless English is asked for
     * @param zone the reader's time zone
     * @return some sentences for an official
     */
    public String message(Locale locale, ZoneId zone) {
        return new HealthWords(locale, zone).message(this);
    }
}
