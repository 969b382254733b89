package org.otklik.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The clock of a process, which libfaketime moves where it is installed; elapsed time goes on. Thread-safe. */
final class Faketime {

    /** By how much clocks are wrong. */
    static final List<String> JUMPS = List.of("+24h", "-1h", "+10m", "-10m", "+0");

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final Path SHARED = Path.of("/dev/shm");

    private final Path file;
    private final Optional<Path> library;

    Faketime(Path file) throws IOException {
        this.file = file;
        this.library = library();
        moveBy("+0");
    }

    private static Optional<Path> library() {
        if (!Files.isDirectory(LIBRARIES)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isInstalled() {
        return library().isPresent();
    }

    /** Lets a process that will be started go by this clock; waits are left alone, or they would end at once. */
    void prepare(ProcessBuilder process) {
        library.ifPresent(path -> process.environment()
                .putAll(Map.of(
                        "LD_PRELOAD",
                        path.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        file.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0")));
    }

    /** Clears away what the library of a killed process left behind, or one of the same number may wait for it. */
    static void clearAfter(long process) throws IOException {
        for (String left : List.of("faketime_shm_", "sem.faketime_sem_")) {
            Files.deleteIfExists(SHARED.resolve(left + process));
        }
    }

    /** Moves it while the process runs; noticed within a second. */
    void moveBy(String offset) throws IOException {
        Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), offset);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
