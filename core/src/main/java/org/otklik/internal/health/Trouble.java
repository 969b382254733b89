package org.otklik.internal.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.otklik.HealthState;
import org.otklik.internal.unit.Codes;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;

/**
 * What fails at one source, or at sending; immutable.
 *
 * @param source name of the source; empty for sending
 * @param kind what the error means, if an adapter said it
 * @param code the network's own code
 * @param help where a person can help
 * @param secrets names of the secrets that the adapter asked for
 * @param first when it first failed
 * @param last when it last failed
 * @param until until when it will fail at least, as the network said
 */
public record Trouble(
        String source,
        Optional<FailureKind> kind,
        String code,
        Optional<URI> help,
        List<String> secrets,
        Instant first,
        Instant last,
        Instant until) {

    /** The source of what fails when a reply is sent. */
    static final String SENDING = "";

    static final Comparator<Trouble> WORST_FIRST =
            Comparator.comparing(Trouble::state).reversed().thenComparing(Trouble::first);

    /** What passes sooner than this concerns nobody. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int LONGEST_HELP = 500;

    /** Copies the names. */
    public Trouble {
        secrets = List.copyOf(secrets);
    }

    static Trouble of(String source, RuntimeException e, List<String> secrets, Instant at) {
        if (e instanceof AdapterException failure) {
            Instant until = failure.retryAfter().map(at::plus).orElse(at);
            String code = failure.code().orElse(failure.kind().name());
            return of(source, failure.kind(), code, failure.help(), secrets, at).until(until);
        }
        String code = Codes.of(e.getClass().getSimpleName());
        return new Trouble(source, Optional.empty(), code, Optional.empty(), secrets, at, at, at);
    }

    static Trouble of(
            String source, FailureKind kind, String code, Optional<URI> help, List<String> secrets, Instant at) {
        Optional<URI> page = help.filter(uri -> uri.toString().length() <= LONGEST_HELP);
        return new Trouble(source, Optional.of(kind), Codes.of(code), page, secrets, at, at, at);
    }

    Trouble until(Instant when) {
        return new Trouble(source, kind, code, help, secrets, first, last, when);
    }

    /** The same source failed before and did not succeed in between. */
    Trouble after(Trouble earlier) {
        return new Trouble(source, kind, code, help, secrets, earlier.first, last, until);
    }

    HealthState state() {
        return switch (kind.orElse(FailureKind.TRANSIENT)) {
            case TOKEN_INVALID -> HealthState.REAUTHORISE;
            case HUMAN_NEEDED -> HealthState.HUMAN_NEEDED;
            default -> HealthState.DEGRADED;
        };
    }

    /** What may pass by itself counts only when it lasts. */
    boolean counts() {
        boolean passing = kind.map(FailureKind::isPassing).orElse(true);
        return !passing || Duration.between(first, until).compareTo(PATIENCE) >= 0;
    }

    /** Whether it is about the account as a whole, so that one success speaks for other sources too. */
    boolean concernsAccess() {
        return state() != HealthState.DEGRADED;
    }

    boolean isSending() {
        return source.equals(SENDING);
    }

    /** Whether people would read the same. */
    boolean saysTheSameAs(Trouble other) {
        return source.equals(other.source)
                && kind.equals(other.kind)
                && code.equals(other.code)
                && help.equals(other.help);
    }
}
