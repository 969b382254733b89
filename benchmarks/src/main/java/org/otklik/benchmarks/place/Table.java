package org.otklik.benchmarks.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.otklik.benchmarks.Corpora;

/** Tables and lists of resources, without their comments. */
final class Table {

    private Table() {}

    static List<Map<String, String>> read(String resource) {
        return Corpora.table(new StringReader(String.join("\n", lines(resource))));
    }

    static List<String> lines(String resource) {
        InputStream stream =
                Objects.requireNonNull(Table.class.getClassLoader().getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
