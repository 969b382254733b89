package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.json.Fields;

/**
 * A discussion as a list shows it; immutable.
 *
 * @param target type and id
 * @param text title of the topic without mark-up
 * @param group id of the group on whose page it stands
 * @param flags letters of what we may do there, {@code c} for commenting
 * @param activeAt when the last thing happened there
 * @param comments how many comments it has
 */
record OkDiscussion(
        OkTarget.InDiscussion target,
        String text,
        Optional<String> group,
        Optional<List<String>> flags,
        Optional<Instant> activeAt,
        OptionalLong comments) {

    static final String FIELDS = "discussion.OBJECT_ID,discussion.OBJECT_TYPE,discussion.TITLE,discussion.MESSAGE,"
            + "discussion.TOTAL_COMMENTS_COUNT,discussion.LAST_ACTIVITY_DATE,discussion.REF_OBJECTS,discussion.ATTRS";

    static Optional<OkDiscussion> read(JsonNode node) {
        Optional<String> id = Fields.text(node, "object_id");
        Optional<String> type = Fields.text(node, "object_type");
        if (id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text = Fields.text(node, "title").filter(title -> !title.isBlank());
        return Optional.of(new OkDiscussion(
                new OkTarget.InDiscussion(type.get(), id.get(), Optional.empty()),
                OkMarkup.plain(text.or(() -> Fields.text(node, "message")).orElse("")),
                group(node),
                Fields.text(node.path("attrs"), "flags").map(flags -> List.of(flags.split(",", -1))),
                OkTime.read(node, "last_activity_date"),
                Fields.number(node, "total_comments_count")));
    }

    /** A discussion of which the network tells nothing. */
    static OkDiscussion unknown(OkTarget.InDiscussion target) {
        return new OkDiscussion(target, "", Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    private static Optional<String> group(JsonNode node) {
        return Fields.items(node, "ref_objects")
                .filter(one -> Fields.text(one, "type").filter("GROUP"::equals).isPresent())
                .flatMap(one -> Fields.text(one, "id").stream())
                .findFirst();
    }

    boolean isTopic() {
        return target.type().equals("GROUP_TOPIC");
    }

    boolean isClosed() {
        return flags.filter(letters -> !letters.contains("c")).isPresent();
    }
}
