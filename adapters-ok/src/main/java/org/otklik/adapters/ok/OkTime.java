package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.otklik.adapters.json.Fields;

/** Times as the network writes them: milliseconds where it does, else the clock of Moscow with its history. */
final class OkTime {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final DateTimeFormatter SHAPE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private OkTime() {}

    static Optional<Instant> read(JsonNode node, String name) {
        return Fields.millis(node, name + "_ms")
                .or(() -> Fields.text(node, name).flatMap(OkTime::moscow));
    }

    private static Optional<Instant> moscow(String date) {
        try {
            return Optional.of(LocalDateTime.parse(date, SHAPE).atZone(MOSCOW).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String moscow(Instant instant) {
        return SHAPE.format(instant.atZone(MOSCOW));
    }
}
