package org.otklik.examples.demo.posts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.examples.demo.posts.Gold.Verdict;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;

/** Reads posts from JSON Lines. */
final class JsonLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RowReader rows;

    JsonLines(RowReader rows) {
        this.rows = rows;
    }

    PostsFile read(String text) {
        List<PostLine> lines = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        long number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                readLine(number, line, lines, bad);
            }
        }
        return new PostsFile(lines, bad);
    }

    private void readLine(long number, String line, List<PostLine> lines, List<BadRow> bad) {
        try {
            JsonNode row = JSON.readTree(line);
            if (!row.isObject()) {
                throw new BadRowException("строка не является объектом JSON");
            }
            lines.add(rows.read(number, name -> field(row, name), photos(row.path("media")), gold(row.path("gold"))));
        } catch (IOException e) {
            bad.add(new BadRow(number, "строка не является объектом JSON"));
        } catch (BadRowException e) {
            bad.add(new BadRow(number, e.reason()));
        }
    }

    /** Media may be a list or one word. */
    private static int photos(JsonNode media) {
        return media.isValueNode() && !media.isNull() ? 1 : media.size();
    }

    private static Optional<String> field(JsonNode row, String name) {
        JsonNode value = row.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Optional<Gold> gold(JsonNode gold) {
        if (!gold.isObject()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Gold(
                    Verdict.valueOf(gold.path("incident").asText().toUpperCase(Locale.ROOT)),
                    MessageKind.valueOf(gold.path("kind").asText()),
                    field(gold, "topic").map(TopicId::of),
                    field(gold, "place").map(PlaceId::of),
                    field(gold, "wave")));
        } catch (IllegalArgumentException e) {
            throw new BadRowException("непонятная метка (поле gold)");
        }
    }
}
