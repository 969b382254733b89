package org.otklik.internal.region;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a JSON file into values that know their lines, which Jackson's own tree does not. */
final class JsonFile {

    private final String file;
    private final JsonParser parser;
    private final Mistakes mistakes;

    private JsonFile(String file, JsonParser parser, Mistakes mistakes) {
        this.file = file;
        this.parser = parser;
        this.mistakes = mistakes;
    }

    static Optional<Entry> read(String file, String text, Mistakes mistakes) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return new JsonFile(file, parser, mistakes).root();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            mistakes.note(file, line, "json.syntax", e.getOriginalMessage());
        } catch (IOException e) {
            mistakes.note(file, 0, "file.unreadable", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<Entry> root() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            mistakes.note(file, 1, "json.object-expected");
            return Optional.empty();
        }
        Value.Fields fields = fields();
        if (parser.nextToken() != null) {
            mistakes.note(file, line(), "json.trailing");
        }
        return Optional.of(new Entry(file, fields, mistakes));
    }

    private int line() {
        return parser.currentLocation().getLineNr();
    }

    private Value value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields();
            case START_ARRAY -> items();
            case VALUE_NULL -> new Value.Text(line(), "");
            default -> new Value.Text(line(), parser.getText());
        };
    }

    private Value.Fields fields() throws IOException {
        int line = line();
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            int at = line();
            parser.nextToken();
            if (fields.put(name, value()) != null) {
                mistakes.note(file, at, "field.twice", name);
            }
        }
        return new Value.Fields(line, fields);
    }

    private Value.Items items() throws IOException {
        int line = line();
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new Value.Items(line, items);
    }
}
