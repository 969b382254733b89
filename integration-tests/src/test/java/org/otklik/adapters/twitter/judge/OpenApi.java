package org.otklik.adapters.twitter.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A published description of the API, which lies beside the checkout; immutable. */
final class OpenApi {

    private final JsonNode root;
    private final List<Template> templates = new ArrayList<>();

    private record Template(String path, Pattern pattern, long variables) {}

    private OpenApi(Path file) {
        root = read(file);
        root.path("paths").fieldNames().forEachRemaining(path -> templates.add(template(path)));
        templates.sort(Comparator.comparingLong(Template::variables));
    }

    private static Template template(String path) {
        String pattern = path.replaceAll("\\{[^}]+}", "([^/]+)");
        long variables = path.chars().filter(one -> one == '{').count();
        return new Template(path, Pattern.compile(pattern), variables);
    }

    /** Finds a folder in {@code ../shared} of the checkout, wherever the tests were started. */
    static Optional<Path> folder(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Returns a description, or nothing if it is not there. */
    static Optional<OpenApi> find(String file) {
        return folder("schemas/x")
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .map(OpenApi::new);
    }

    static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    /** Finds what a path is called in the description; literal paths come first. */
    Optional<String> template(String method, String path) {
        return templates.stream()
                .filter(template -> template.pattern.matcher(path).matches())
                .filter(template -> root.path("paths").path(template.path).has(method))
                .map(Template::path)
                .findFirst();
    }

    JsonNode operation(String template, String method) {
        return root.path("paths").path(template).path(method);
    }

    JsonNode schema(String name) {
        return resolved(root.path("components").path("schemas").path(name));
    }

    /** Follows {@code #/components/…}. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            String reference = found.path("$ref").asText();
            found = root.at(reference.substring(1));
            if (found.isMissingNode()) {
                throw new IllegalArgumentException("The description does not define " + reference + ".");
            }
        }
        return found;
    }

    JsonNode at(String reference) {
        return root.at(reference.substring(1));
    }

    static Stream<JsonNode> children(JsonNode node) {
        Stream.Builder<JsonNode> all = Stream.builder();
        node.forEach(all);
        return all.build();
    }
}
