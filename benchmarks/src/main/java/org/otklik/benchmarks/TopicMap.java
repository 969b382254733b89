package org.otklik.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.id.TopicId;

/**
 * What the topics of the labelled sets and those of the pack have in common: groups of the highest level.
 *
 * <p>A category that names a place and not a matter («городская территория») is told apart by its theme.
 */
final class TopicMap {

    private static final String PACK = "otklik";
    /** What no category names, only themes do; without themes it is a part of the public spaces. */
    private static final String LIGHTING = "lighting";

    private static final String PUBLIC_SPACES = "improvement";

    private final Map<String, String> groups = new HashMap<>();
    private final boolean byTheme;

    private TopicMap(boolean byTheme) {
        this.byTheme = byTheme;
    }

    /** Reads the map; without themes it goes by the categories of Ryazan alone. */
    static TopicMap read(boolean byTheme) {
        TopicMap map = new TopicMap(byTheme);
        for (Map<String, String> row : Corpora.resource("topic-map.csv")) {
            String key = key(cell(row, "source"), cell(row, "category"), cell(row, "theme"));
            map.groups.put(key, cell(row, "group"));
        }
        return map;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static String key(String source, String category, String theme) {
        return source + "|" + category + "|" + theme;
    }

    Optional<String> groupOf(Specimen appeal) {
        String category = appeal.source().equals(Corpora.KURSK) ? "" : appeal.label("category");
        boolean plain = appeal.source().equals(Corpora.RYAZAN) && !byTheme;
        String exact = plain ? null : groups.get(key(appeal.source(), category, appeal.label("theme")));
        return named(exact == null ? groups.get(key(appeal.source(), category, "")) : exact);
    }

    /** The group of a topic or of the nearest one above it. */
    Optional<String> groupOf(TopicId topic) {
        for (String id = topic.value(); ; id = id.substring(0, id.lastIndexOf('.'))) {
            String group = groups.get(key(PACK, id, ""));
            if (group != null || id.indexOf('.') < 0) {
                return named(group);
            }
        }
    }

    private Optional<String> named(@Nullable String group) {
        return Optional.ofNullable(LIGHTING.equals(group) && !byTheme ? PUBLIC_SPACES : group);
    }
}
