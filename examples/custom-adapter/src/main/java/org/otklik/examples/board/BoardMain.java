package org.otklik.examples.board;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.InMemoryStorage;

/** Reads a board once and says how many complaints it found; a real host keeps them in a database. */
public final class BoardMain {

    private static final int CALLS_A_SECOND = 2;

    private BoardMain() {}

    /**
     * Runs it.
     *
     * @param arguments address of the board, and the token
     */
    public static void main(String[] arguments) {
        Storage storage = InMemoryStorage.create(InstantSource.system());
        System.out.println(read(URI.create(arguments[0]), arguments[1], storage).registered());
    }

    static PollReport read(URI board, String token, Storage storage) {
        JdkHttpTransport transport = JdkHttpTransport.of(HttpSettings.standard());
        try (IncidentDesk desk = IncidentDesk.builder(
                        Region.fromResources(BoardMain.class.getClassLoader(), "regions/samara"),
                        storage,
                        PseudonymKey.of("a real host takes it from a safe"))
                .network(new BoardAdapter(board, transport, CALLS_A_SECOND))
                .secrets(new OneToken(token))
                .build()) {
            return desk.poll();
        }
    }

    /** A safe with one token in it. */
    record OneToken(String value) implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return name.equals("access-token") ? Optional.of(value) : Optional.empty();
        }

        @Override
        public void rotate(AccountId account, String name, String next) {
            throw new UnsupportedOperationException("The board rotates no tokens.");
        }

        @Override
        public String toString() {
            return "a token";
        }
    }
}
