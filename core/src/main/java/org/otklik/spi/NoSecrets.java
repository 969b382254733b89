package org.otklik.spi;

import java.util.Optional;
import org.otklik.post.AccountId;

/** A host without a safe. */
final class NoSecrets implements SecretProvider {

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return Optional.empty();
    }

    @Override
    public void rotate(AccountId account, String name, String value) {
        throw new UnsupportedOperationException("The secret '" + name + "' of " + account
                + " cannot be kept: the desk was built without a SecretProvider.");
    }
}
