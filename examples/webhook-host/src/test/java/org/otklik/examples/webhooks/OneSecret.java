package org.otklik.examples.webhooks;

import java.util.Optional;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;

/** A safe with one secret in it. */
record OneSecret(String value) implements SecretProvider {

    @Override
    public Optional<String> secret(AccountId account, String name) {
        return name.equals(SignedBoard.SECRET) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public void rotate(AccountId account, String name, String next) {
        throw new UnsupportedOperationException("Nothing rotates here.");
    }
}
