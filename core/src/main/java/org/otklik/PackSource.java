package org.otklik;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the files of a region pack come from: a folder, a jar, a database.
 *
 * <p>Is asked by one thread while the pack is loaded and not kept afterwards.
 */
@FunctionalInterface
public interface PackSource {

    /**
     * Opens a file of the pack.
     *
     * @param file name within the pack, with {@code /} between folders, such as {@code lexicon/kinds.json}
     * @return the bytes, which the caller closes, or empty if there is no such file
     * @throws IOException if it is there and cannot be read
     */
    Optional<InputStream> open(String file) throws IOException;

    /**
     * Reads a pack from a folder.
     *
     * @param folder holds {@code region.json}
     * @return the source; a name that leads out of the folder opens nothing
     */
    static PackSource folder(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return named("'" + folder + "'", file -> {
            Path path = root.resolve(file).normalize();
            return path.startsWith(root) && Files.isRegularFile(path)
                    ? Optional.of(Files.newInputStream(path))
                    : Optional.empty();
        });
    }

    /**
     * Reads a pack from resources, usually of a jar.
     *
     * @param loader sees the resources; a named module must open their package
     * @param root folder of {@code region.json} without leading or trailing slash, such as {@code regions/samara}
     * @return the source
     */
    static PackSource resources(ClassLoader loader, String root) {
        Objects.requireNonNull(loader, "loader");
        return named("'" + root + "' of the class path", file -> {
            return Optional.ofNullable(loader.getResourceAsStream(root + "/" + file));
        });
    }

    /**
     * Gives a source a name for messages.
     *
     * @param name what {@link Object#toString()} shall say
     * @param source opens the files
     * @return the source with its name
     */
    static PackSource named(String name, PackSource source) {
        return new PackSource() {
            @Override
            public Optional<InputStream> open(String file) throws IOException {
                return source.open(file);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
