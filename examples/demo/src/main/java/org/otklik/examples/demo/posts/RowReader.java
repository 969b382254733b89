package org.otklik.examples.demo.posts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.examples.demo.posts.PostLine.Author;
import org.otklik.examples.demo.posts.PostLine.Change;
import org.otklik.examples.demo.posts.PostLine.Content;
import org.otklik.post.NetworkId;

/** Makes a post of the named fields of one row, whatever the file's format; throws with the reason of a bad row. */
final class RowReader {

    private static final List<DateTimeFormatter> LOCAL_FORMS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]"),
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm[:ss]"));
    private static final int LONGEST_ID = 200;

    private final ZoneId zone;

    RowReader(ZoneId zone) {
        this.zone = zone;
    }

    PostLine read(long line, Function<String, Optional<String>> fields, int photos, Optional<Gold> gold) {
        Optional<String> edited = fields.apply("editedAt");
        Optional<String> deleted = fields.apply("deletedAt");
        Change change = deleted.isPresent() ? Change.DELETED : edited.isPresent() ? Change.EDITED : Change.PUBLISHED;
        String text = fields.apply("text").orElse("");
        if (text.isBlank() && photos == 0 && change != Change.DELETED) {
            throw new BadRowException("нет текста (поле text)");
        }
        return new PostLine(
                line,
                id(fields),
                change,
                deleted.or(() -> edited).or(() -> fields.apply("publishedAt")).map(this::instant),
                fields.apply("network").map(RowReader::network),
                fields.apply("author").map(author -> new Author(author, fields.apply("authorName"))),
                fields.apply("page"),
                fields.apply("replyTo"),
                new Content(text, photos),
                gold);
    }

    private static String id(Function<String, Optional<String>> fields) {
        String id = fields.apply("id").orElseThrow(() -> new BadRowException("нет номера (поле id)"));
        if (id.length() > LONGEST_ID) {
            throw new BadRowException("номер (поле id) длиннее " + LONGEST_ID + " знаков");
        }
        return id;
    }

    private static String network(String code) {
        try {
            return NetworkId.of(code).code();
        } catch (IllegalArgumentException e) {
            throw new BadRowException("непонятная сеть (поле network): нужен код латиницей, например vk");
        }
    }

    private Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notWithOffset) {
            return local(text);
        }
    }

    private Instant local(String text) {
        for (DateTimeFormatter form : LOCAL_FORMS) {
            try {
                return LocalDateTime.parse(text, form).atZone(zone).toInstant();
            } catch (DateTimeException notInThisForm) {
                // the next one may fit
            }
        }
        throw new BadRowException("непонятное время (publishedAt): нужно, например, 2026-11-19T09:30:00+04:00");
    }
}
