package org.otklik.examples.demo.posts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;

/** Reads posts from a file of either format, told by its first character. */
public final class PostsReader {

    private static final String BUNDLED = "/org/otklik/examples/demo/posts.jsonl";

    private final RowReader rows;

    /**
     * Returns a reader.
     *
     * @param zone of times that are written without one
     */
    public PostsReader(ZoneId zone) {
        rows = new RowReader(zone);
    }

    /**
     * Reads the bundled day.
     *
     * @return its posts
     */
    public PostsFile bundled() {
        try (InputStream in = PostsReader.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + BUNDLED + " is missing from the demo's jar.");
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + BUNDLED + " from the demo's jar.", e);
        }
    }

    /**
     * Reads the user's file.
     *
     * @param file CSV or JSON Lines
     * @return its posts and its bad rows
     * @throws PostsFileException if there is no such file or no post in it
     */
    public PostsFile read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new PostsFileException("Нет такого файла: " + file, e);
        } catch (IOException e) {
            throw new PostsFileException("Файл не читается: " + file, e);
        }
    }

    PostsFile read(byte[] bytes) {
        String text = TextDecoding.decode(bytes);
        PostsFile file =
                text.stripLeading().startsWith("{") ? new JsonLines(rows).read(text) : new CsvRows(rows).read(text);
        if (file.lines().isEmpty()) {
            throw new PostsFileException("В файле нет ни одного сообщения, которое удалось прочитать.");
        }
        return file;
    }
}
