package org.otklik.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes refused rows as they are into a file of their own, if there is one; for one thread. */
final class RefusedRows implements AutoCloseable {

    private final @Nullable Writer out;

    private RefusedRows(@Nullable Writer out) {
        this.out = out;
    }

    static RefusedRows to(Optional<Path> file) throws IOException {
        return new RefusedRows(file.isPresent() ? Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8) : null);
    }

    void header(List<String> names) {
        write(names, "line", "reason");
    }

    void add(List<String> cells, long line, String reason) {
        write(cells, Long.toString(line), reason);
    }

    private void write(List<String> cells, String... more) {
        if (out == null) {
            return;
        }
        try {
            List<String> all = new ArrayList<>(cells);
            all.addAll(List.of(more));
            CsvLines.write(out, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
