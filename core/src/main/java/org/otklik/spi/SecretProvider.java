package org.otklik.spi;

import java.util.Optional;
import org.otklik.post.AccountId;

/** Gives tokens and keys from the host's safe; asked at every use, so that a renewed token works at once. */
public interface SecretProvider {

    /**
     * Returns a secret of an account.
     *
     * @param account whose
     * @param name which, such as {@code access-token}
     * @return the secret, or empty if there is none
     */
    Optional<String> secret(AccountId account, String name);

    /**
     * Keeps a secret that the network rotated, before it is used for the first time.
     *
     * @param account whose
     * @param name which
     * @param value the new secret
     */
    void rotate(AccountId account, String name, String value);

    /**
     * Returns a provider without any secrets, for networks that need none.
     *
     * @return the provider; it refuses to rotate
     */
    static SecretProvider none() {
        return new NoSecrets();
    }
}
