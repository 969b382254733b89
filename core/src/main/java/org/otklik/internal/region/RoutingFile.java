package org.otklik.internal.region;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.classify.MessageKind;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Scale;
import org.otklik.route.BodyPattern;
import org.otklik.route.RoutingRow;
import org.otklik.route.Validity;

/** Reads {@code routing.json}: topic × place × scale × days, and the body. */
final class RoutingFile {

    static final String NAME = "routing.json";

    private RoutingFile() {}

    static FileContent<RoutingRow> read(PackFiles files) {
        return FileContent.of(files.list(NAME, "rows"), RoutingFile::row, RoutingRow::id, "row");
    }

    private static Optional<RoutingRow> row(Entry entry) {
        String id = entry.required("id");
        Optional<TopicId> topic = entry.optional("topic", TopicId::of, "value.id");
        Set<PlaceId> places = new HashSet<>(entry.list("places", PlaceId::of, "value.id"));
        Set<Scale> scales = entry.choices("scales", Scale.class);
        Set<MessageKind> kinds = entry.choices("kinds", MessageKind.class);
        Optional<Validity> validity = BodiesFile.validity(entry);
        Optional<BodyPattern> lead = entry.needed("lead", BodyPattern::new, "value.pattern");
        List<BodyPattern> coExecutors = entry.list("coExecutors", BodyPattern::new, "value.pattern");
        List<BodyPattern> next = entry.list("next", BodyPattern::new, "value.pattern");
        return entry.build(() -> new RoutingRow(
                id, topic, places, scales, kinds, validity.orElseThrow(), lead.orElseThrow(), coExecutors, next));
    }
}
