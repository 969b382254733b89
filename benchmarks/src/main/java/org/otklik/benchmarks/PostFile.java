package org.otklik.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Writes invented posts into a file of lines. */
final class PostFile {

    private PostFile() {}

    static Path write(Path file, int count, Supplier<GeneratedPost> posts) throws IOException {
        Files.createDirectories(file.getParent());
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                writer.write(posts.get().toJson());
                writer.write('\n');
            }
        }
        return file;
    }
}
