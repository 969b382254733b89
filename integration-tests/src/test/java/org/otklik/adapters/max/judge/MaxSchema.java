package org.otklik.adapters.max.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published schema, of which the part that concerns bots lies beside the checkout; immutable. */
final class MaxSchema {

    private final JsonNode root;
    private final List<Template> templates = new ArrayList<>();

    /** A path with variables. */
    private record Template(String path, Pattern pattern, long variables) {}

    private MaxSchema(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            root = new ObjectMapper().valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
        root.path("paths").fieldNames().forEachRemaining(path -> templates.add(template(path)));
        templates.sort((one, other) -> Long.compare(one.variables(), other.variables()));
    }

    private static Template template(String path) {
        long variables = path.chars().filter(one -> one == '{').count();
        return new Template(path, Pattern.compile(path.replaceAll("\\{[^}]+}", "([^/]+)")), variables);
    }

    /** Finds a folder in {@code ../shared} of the checkout, wherever the tests were started. */
    static Optional<Path> folder(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Returns the schema, or nothing if it is not there. */
    static Optional<MaxSchema> find() {
        return folder("schemas/max")
                .map(folder -> folder.resolve("schema-0.0.33-adapter-subset.yaml"))
                .filter(Files::isRegularFile)
                .map(MaxSchema::new);
    }

    /** Finds what the schema says of a method at a path. */
    Optional<JsonNode> operation(String method, String path) {
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .map(template -> root.path("paths").path(template.path()).path(method))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    JsonNode schema(String name) {
        return root.path("components").path("schemas").path(name);
    }

    /** Follows {@code #/components/…}. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            String reference = found.path("$ref").asText();
            found = root.at(reference.substring(1));
            if (found.isMissingNode()) {
                throw new IllegalArgumentException("The schema does not define " + reference + ".");
            }
        }
        return found;
    }
}
