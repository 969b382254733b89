package org.otklik.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object a line. */
final class JsonRows {

    private JsonRows() {}

    static void read(Path file, RowCollector rows) throws IOException {
        ObjectMapper json = new ObjectMapper();
        long number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    read(line, number, json, rows);
                }
            }
        } catch (CharacterCodingException e) {
            throw rows.unreadable("is not in UTF-8 near line " + (number + 1) + ". Save it in UTF-8", e);
        }
    }

    private static void read(String line, long number, ObjectMapper json, RowCollector rows) {
        try {
            JsonNode node = json.readTree(line);
            if (!node.isObject()) {
                rows.mistake(number, "The line is no JSON object; write one a line.");
                return;
            }
            rows.add(
                    number,
                    field(node, rows.columns().text()),
                    field(node, rows.columns().label()));
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            rows.mistake(number, "The line is no JSON: something is wrong at character " + column + ".");
        }
    }

    private static @Nullable String field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() || value.isContainerNode() ? null : value.asText();
    }
}
