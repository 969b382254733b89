package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.json.Fields;

/** How the authors of an answer are called; immutable. A community has a negative number among authors. */
record Names(Map<Long, String> byAuthor) {

    static final Names NONE = new Names(Map.of());

    Names {
        byAuthor = Map.copyOf(byAuthor);
    }

    /** Reads {@code profiles} and {@code groups} of an extended answer. */
    static Names of(JsonNode response) {
        Map<Long, String> names = new HashMap<>();
        Fields.items(response, "profiles").forEach(person -> {
            String name = Fields.text(person, "first_name").orElse("")
                    + " "
                    + Fields.text(person, "last_name").orElse("");
            Fields.number(person, "id").ifPresent(id -> names.put(id, name.strip()));
        });
        Fields.items(response, "groups")
                .forEach(group -> Fields.text(group, "name")
                        .ifPresent(name -> Fields.number(group, "id").ifPresent(id -> names.put(-Math.abs(id), name))));
        return new Names(names);
    }

    Optional<String> of(long author) {
        return Optional.ofNullable(byAuthor.get(author));
    }
}
