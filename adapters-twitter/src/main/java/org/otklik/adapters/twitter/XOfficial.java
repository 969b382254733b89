package org.otklik.adapters.twitter;

import java.util.Objects;
import java.util.Optional;
import org.otklik.post.AccountId;

/**
 * An official account that listens to its mentions and answers; immutable. Its tokens stand in the host's safe.
 *
 * @param account its name in the region pack, under which the safe is asked for tokens
 * @param userId X's numeric id of it
 * @param handle its name on X, without {@code @}
 * @param login how it proves who it is
 * @param clientId the application's id for OAuth 2; absent for OAuth 1.0a
 */
public record XOfficial(AccountId account, String userId, String handle, Login login, Optional<String> clientId) {

    /** How an account proves who it is. */
    public enum Login {
        /**
         * Secrets {@code oauth2-access-token} and {@code oauth2-refresh-token}, both renewed by the adapter, and
         * {@code oauth2-client-secret} for confidential applications.
         */
        OAUTH2,
        /**
         * Secrets {@code oauth1-consumer-key}, {@code oauth1-consumer-secret}, {@code oauth1-token} and
         * {@code oauth1-token-secret}; they do not expire.
         */
        OAUTH1
    }

    /** Checks that the parts are there; {@link XSettingsBuilder#build()} checks what they say. */
    public XOfficial {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(clientId, "clientId");
    }

    /**
     * Returns an account that uses OAuth 2 with rotating tokens.
     *
     * @param account its name in the region pack
     * @param userId X's numeric id of it
     * @param handle its name on X, without {@code @}
     * @param clientId the application's id
     * @return the account
     */
    public static XOfficial oauth2(AccountId account, String userId, String handle, String clientId) {
        return new XOfficial(account, userId, handle, Login.OAUTH2, Optional.of(clientId));
    }

    /**
     * Returns an account that uses OAuth 1.0a, the simplest for an unattended one.
     *
     * @param account its name in the region pack
     * @param userId X's numeric id of it
     * @param handle its name on X, without {@code @}
     * @return the account
     */
    public static XOfficial oauth1(AccountId account, String userId, String handle) {
        return new XOfficial(account, userId, handle, Login.OAUTH1, Optional.empty());
    }
}
