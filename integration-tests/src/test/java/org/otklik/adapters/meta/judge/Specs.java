package org.otklik.adapters.meta.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Meta's published descriptions of nodes and edges, which lie beside the checkout; immutable. */
final class Specs {

    private static final List<String> NAMES = List.of(
            "Comment",
            "IGComment",
            "IGCommentFromUser",
            "IGMedia",
            "IGMediaForIGOnlyAPI",
            "IGUser",
            "IGUserForIGOnlyAPI",
            "IGUserSubscribedAppsData",
            "Page",
            "PagePost");

    /** How the descriptions for Instagram Login call what has another name outside of them. */
    private static final Map<String, String> ON_INSTAGRAM = Map.of(
            "Media", "IGMediaForIGOnlyAPI",
            "User", "IGUserForIGOnlyAPI",
            "Comment", "IGComment",
            "UserSubscribedAppsData", "IGUserSubscribedAppsData");

    private final Map<String, Spec> specs = new HashMap<>();

    private Specs(Path folder) {
        for (String name : NAMES) {
            try {
                Path file = folder.resolve(name + ".json");
                specs.put(name, Spec.read(name, new ObjectMapper().readTree(Files.readAllBytes(file))));
            } catch (IOException e) {
                throw new UncheckedIOException(name + ".json cannot be read from " + folder + ".", e);
            }
        }
        Gaps.specs().forEach(spec -> specs.put(spec.name(), spec));
    }

    /** Returns the descriptions, or nothing if they are not there. */
    static Optional<Specs> find() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/schemas/meta/api_specs"))
                .filter(Files::isDirectory)
                .findFirst()
                .map(Specs::new);
    }

    Spec named(String name) {
        return Optional.ofNullable(specs.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no description of " + name + "."));
    }

    List<Spec> nodes(boolean instagramOnly) {
        return Stream.of(
                        "Page",
                        "PagePost",
                        "Comment",
                        "IGComment",
                        "ShadowIGHashtag",
                        media(instagramOnly),
                        user(instagramOnly))
                .map(this::named)
                .toList();
    }

    private static String media(boolean instagramOnly) {
        return instagramOnly ? "IGMediaForIGOnlyAPI" : "IGMedia";
    }

    private static String user(boolean instagramOnly) {
        return instagramOnly ? "IGUserForIGOnlyAPI" : "IGUser";
    }

    /** Finds the description of what a field or edge of a type leads to; nothing if it is not among those kept. */
    Optional<Spec> behind(Spec owner, String type) {
        String name = owner.isInstagramOnly() ? ON_INSTAGRAM.getOrDefault(type, type) : type;
        return Optional.ofNullable(specs.get(name));
    }

    /** Finds the description of a node that the fake calls so. */
    Spec of(String kind, boolean instagramOnly) {
        return named(
                switch (kind) {
                    case "Post" -> "PagePost";
                    case "IGMedia" -> media(instagramOnly);
                    case "IGUser" -> user(instagramOnly);
                    case "IGHashtag" -> "ShadowIGHashtag";
                    default -> kind;
                });
    }
}
