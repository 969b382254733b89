package org.otklik.internal.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.otklik.classify.Topic;
import org.otklik.id.TopicId;

/** Reads {@code topics.json}: the rubricator. */
final class TopicsFile {

    static final String NAME = "topics.json";

    private TopicsFile() {}

    static FileContent<Topic> read(PackFiles files) {
        return FileContent.of(files.list(NAME, "topics"), TopicsFile::topic, Topic::id, "topic");
    }

    private static Optional<Topic> topic(Entry entry) {
        Optional<TopicId> id = entry.needed("id", TopicId::of, "value.id");
        String ru = entry.required("ru");
        String en = entry.required("en");
        Optional<TopicId> parent = entry.optional("parent", TopicId::of, "value.id");
        boolean fastTrack = entry.flag("fastTrack");
        boolean local = entry.flag("local");
        Optional<String> pos = entry.text("pos");
        Optional<String> open311 = entry.text("open311");
        List<String> aliases = entry.texts("aliases");
        Optional<LocalDate> from = entry.optional("from", LocalDate::parse, "value.date");
        Optional<LocalDate> until = entry.optional("until", LocalDate::parse, "value.date");
        return entry.build(() ->
                new Topic(id.orElseThrow(), ru, en, parent, fastTrack, local, pos, open311, aliases, from, until));
    }
}
