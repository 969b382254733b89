package org.otklik.internal.region;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.otklik.PackSource;

/** Opens the files of a pack; a file that is missing, unreadable or not UTF-8 is a mistake. */
final class PackFiles {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final PackSource source;
    private final Mistakes mistakes;

    PackFiles(PackSource source, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
    }

    Optional<Entry> json(String file) {
        return text(file).flatMap(text -> JsonFile.read(file, text, mistakes));
    }

    /** Reads the one list that a JSON file holds; empty if the file cannot be read. */
    Optional<List<Entry>> list(String file, String name) {
        return json(file).map(root -> root.objectsOnly(name));
    }

    /** Reads a table; empty if the file cannot be read. */
    Optional<List<Entry>> table(String file, String... columns) {
        return table(file, List.of(columns), List.of());
    }

    /** Reads a table that may have further columns; empty if the file cannot be read. */
    Optional<List<Entry>> table(String file, List<String> columns, List<String> optional) {
        return text(file).map(text -> CsvFile.read(file, text, columns, optional, mistakes));
    }

    Optional<String> text(String file) {
        try {
            Optional<InputStream> found = source.open(file);
            if (found.isEmpty()) {
                mistakes.note(file, 0, "file.missing");
                return Optional.empty();
            }
            try (InputStream bytes = found.get()) {
                return Optional.of(decode(bytes.readAllBytes()));
            }
        } catch (CharacterCodingException e) {
            mistakes.note(file, 0, "file.encoding");
        } catch (IOException e) {
            mistakes.note(file, 0, "file.unreadable", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
