package org.otklik.adapters.telegram.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A published description of the Bot API, which lies beside the checkout; immutable. */
final class BotApi {

    private static final String ARRAY = "Array of ";

    private final JsonNode description;

    private BotApi(JsonNode description) {
        this.description = description;
    }

    /** Finds something in {@code ../shared} of the checkout, wherever the tests were started. */
    static Optional<Path> find(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    /** Returns the description, or nothing if it is not there. */
    static Optional<BotApi> find() {
        return find("schemas/telegram/api.json").map(BotApi::read).map(BotApi::new);
    }

    static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    Optional<JsonNode> method(String name) {
        return Optional.of(description.path("methods").path(name)).filter(JsonNode::isObject);
    }

    /** Lists what is wrong with the parameters of a method. */
    List<String> parameters(JsonNode method, JsonNode given) {
        List<String> problems = new ArrayList<>();
        fields(method.path("fields"), given, method.path("name").asText(), problems);
        return problems;
    }

    /** Lists what is wrong with a value that should be of one of some types. */
    List<String> value(JsonNode types, JsonNode value, String where) {
        List<String> problems = List.of(where + " has no type");
        for (JsonNode type : types) {
            problems = new ArrayList<>();
            value(type.asText(), value, where, problems);
            if (problems.isEmpty()) {
                return problems;
            }
        }
        return problems;
    }

    private void value(String type, JsonNode value, String where, List<String> problems) {
        if (type.startsWith(ARRAY)) {
            object(value.isArray(), where + " is no array", problems);
            int i = 0;
            for (JsonNode item : value) {
                value(type.substring(ARRAY.length()), item, where + "[" + i++ + "]", problems);
            }
            return;
        }
        switch (type) {
            case "Integer" -> object(value.isIntegralNumber(), where + " is no Integer", problems);
            case "Float" -> object(value.isNumber(), where + " is no Float", problems);
            case "Boolean" -> object(value.isBoolean(), where + " is no Boolean", problems);
            case "String" -> object(value.isTextual(), where + " is no String", problems);
            default -> named(type, value, where, problems);
        }
    }

    private void named(String type, JsonNode value, String where, List<String> problems) {
        JsonNode known = description.path("types").path(type);
        JsonNode subtypes = known.path("subtypes");
        if (!subtypes.isEmpty()) {
            problems.addAll(value(subtypes, value, where));
        } else if (known.isMissingNode() || !value.isObject()) {
            problems.add(where + " is no " + type);
        } else {
            fields(known.path("fields"), value, where, problems);
        }
    }

    /** Names that are not described are objected to as well, since the answers judged here are those of a fake. */
    private void fields(JsonNode fields, JsonNode given, String where, List<String> problems) {
        List<String> known = new ArrayList<>();
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            known.add(name);
            if (given.has(name)) {
                problems.addAll(value(field.path("types"), given.path(name), where + "." + name));
            } else {
                object(!field.path("required").asBoolean(), where + "." + name + " is missing", problems);
            }
        }
        given.fieldNames()
                .forEachRemaining(name -> object(known.contains(name), where + "." + name + " is unknown", problems));
    }

    private static void object(boolean right, String problem, List<String> problems) {
        if (!right) {
            problems.add(problem);
        }
    }
}
