package org.otklik.examples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.otklik.testkit.SettableClock;

/** The demo's time, kept in a file, so that a second run goes on where the first one stopped. */
final class StoredClock {

    private final Path file;
    private final SettableClock clock;

    private StoredClock(Path file, Instant start) {
        this.file = file;
        clock = SettableClock.startingAt(start);
    }

    static StoredClock open(Path file, Instant first) {
        try {
            return new StoredClock(
                    file,
                    Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : first);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the demo's clock " + file, e);
        }
    }

    SettableClock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    void moveTo(Instant next) {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(written, next.toString(), StandardCharsets.UTF_8);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demo's clock " + file, e);
        }
        clock.at(next);
    }
}
