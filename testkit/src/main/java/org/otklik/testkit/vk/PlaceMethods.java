package org.otklik.testkit.vk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is who: {@code users.get}, {@code groups.getById}, {@code utils.resolveScreenName}. */
final class PlaceMethods {

    private static final Set<TokenKind> ALL = EnumSet.allOf(TokenKind.class);

    private final Site site;

    PlaceMethods(Site site) {
        this.site = site;
    }

    Map<String, Method> methods() {
        return Map.of(
                "users.get", Method.of(ALL, this::users),
                "groups.getById", Method.of(ALL, this::groups),
                "utils.resolveScreenName", Method.of(ALL, this::resolve, "screen_name"));
    }

    private String users(Call call) {
        List<String> names =
                call.token().is(TokenKind.USER) && call.list("user_ids").isEmpty()
                        ? List.of(String.valueOf(call.token().holder()))
                        : call.list("user_ids");
        List<String> people = names.stream()
                .map(name -> name.matches("\\d+") ? "id" + name : name)
                .map(name -> site.named(name).orElse(0L))
                .filter(id -> id > 0)
                .map(site::person)
                .toList();
        return "[" + String.join(",", people) + "]";
    }

    private String groups(Call call) {
        List<String> names = call.text("group_ids").or(() -> call.text("group_id")).stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .toList();
        List<Community> found = names.isEmpty() && call.token().is(TokenKind.GROUP)
                ? List.of(site.community(call.token().holder()))
                : names.stream().flatMap(name -> named(name).stream()).toList();
        if (found.isEmpty()) {
            throw VkError.parameter("group_ids is undefined");
        }
        return new JsonText()
                .array("groups", found.stream().map(Community::json).toList())
                .array("profiles", List.of())
                .end();
    }

    private Optional<Community> named(String name) {
        return site.named(name.matches("\\d+") ? "club" + name : name).flatMap(site::communityOf);
    }

    /** Answers an empty array where nothing has the name, as the network does. */
    private String resolve(Call call) {
        return site.named(call.text("screen_name").orElse(""))
                .map(id -> new JsonText()
                        .put("object_id", Math.abs(id))
                        .put("type", id < 0 ? "group" : "user")
                        .end())
                .orElse("[]");
    }
}
