package org.otklik.adapters.vk.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The published schema of the API, which lies beside the checkout; immutable. */
final class Schemas {

    private final Map<String, JsonNode> files = new HashMap<>();
    private final Map<String, JsonNode> methods = new HashMap<>();
    private final Set<Integer> errors = new TreeSet<>();

    private Schemas(Path folder) {
        for (String name : new String[] {"methods.json", "objects.json", "responses.json", "errors.json"}) {
            files.put(name, read(folder.resolve(name)));
        }
        file("methods.json")
                .path("methods")
                .forEach(method -> methods.put(method.path("name").asText(), method));
        file("errors.json")
                .path("errors")
                .forEach(error -> errors.add(error.path("code").asInt()));
        // Left out of the schema in 2024, though the API takes it.
        read(folder.resolve("wall-methods-140b98d-with-owner_id.json"))
                .path("methods")
                .forEach(method -> files.put("old " + method.path("name").asText(), method));
    }

    /** Finds a folder in {@code ../shared} of the checkout, wherever the tests were started. */
    static Optional<Path> folder(String name) {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Returns the schema, or nothing if it is not there. */
    static Optional<Schemas> find() {
        return folder("schemas/vk").map(Schemas::new);
    }

    static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    private JsonNode file(String name) {
        return Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no schema file " + name + "."));
    }

    Optional<JsonNode> method(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    /** Finds a parameter in the newest schema, else in the one that still had the owner of a wall. */
    Optional<JsonNode> parameter(String method, String name) {
        return Stream.of(methods.get(method), files.get("old " + method))
                .filter(known -> known != null)
                .flatMap(known -> Schemas.children(known.path("parameters")))
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst();
    }

    static Stream<JsonNode> children(JsonNode node) {
        Stream.Builder<JsonNode> all = Stream.builder();
        node.forEach(all);
        return all.build();
    }

    boolean isError(int code) {
        return errors.contains(code);
    }

    /** Follows {@code objects.json#/definitions/…}. */
    JsonNode definition(String reference) {
        int mark = reference.indexOf('#');
        JsonNode found = file(reference.substring(0, mark)).at(reference.substring(mark + 1));
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("The schema does not define " + reference + ".");
        }
        return found;
    }
}
