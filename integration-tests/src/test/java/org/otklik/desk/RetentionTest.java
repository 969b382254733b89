package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.post.RetentionCategory.AUTHORS;
import static org.otklik.post.RetentionCategory.CLOSED_POSTS;
import static org.otklik.post.RetentionCategory.CLOSED_TEXTS;
import static org.otklik.post.RetentionCategory.DISMISSED_POSTS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.RetentionRules;
import org.otklik.id.IncidentId;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.RetentionCategory;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportText;
import org.otklik.spi.storage.AccessRow;
import org.otklik.spi.storage.AccessRow.Action;
import org.otklik.storage.Databases;
import org.otklik.tck.StorageUnderTest;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** Personal data goes when its time has come (F109), and who saw names is known (F111); on PostgreSQL. */
class RetentionTest {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final RetentionRules RULES = RetentionRules.none()
            .keep(DISMISSED_POSTS, Duration.ofDays(30))
            .keep(CLOSED_POSTS, YEAR)
            .keep(CLOSED_TEXTS, YEAR)
            .keep(AUTHORS, YEAR);

    private final StorageUnderTest database = Databases.postgres();
    private final Office office =
            Office.over(database.open(), SettableClock.startingAt(Office.MORNING), InMemoryNetwork.named("vk"));

    @AfterEach
    void drop() {
        office.desk.close();
        database.close();
    }

    private Map<RetentionCategory, Long> preview() {
        return office.desk
                .privacy()
                .previewRetention(Office.PRIVACY_OFFICER, RULES)
                .orThrow();
    }

    private Map<RetentionCategory, Long> apply(int limit) {
        return office.desk
                .privacy()
                .applyRetention(Office.PRIVACY_OFFICER, RULES, limit)
                .orThrow();
    }

    private static Map<RetentionCategory, Long> counts(long dismissed, long closed, long texts, long authors) {
        return Map.of(DISMISSED_POSTS, dismissed, CLOSED_POSTS, closed, CLOSED_TEXTS, texts, AUTHORS, authors);
    }

    private String report() {
        return ReportText.render(
                office.desk
                        .reports()
                        .report(
                                Office.COORDINATOR,
                                new ReportPeriod(Office.MORNING, Office.MORNING.plus(Duration.ofDays(2))),
                                office.clock.instant())
                        .orThrow(),
                Locale.ENGLISH);
    }

    private IncidentId closed(String id) {
        IncidentId incident = office.answered(id, Office.PIT).id();
        office.desk
                .incidents()
                .close(Office.CONTROLLER, incident, Outcome.SOLVED, Optional.empty())
                .orThrow();
        return incident;
    }

    private List<Post> posts(IncidentId incident) {
        return office.desk.incidents().posts(Office.MODERATOR, incident, 10).orThrow();
    }

    @Test
    void what_the_preview_shows_goes_bite_by_bite_and_counts_stay() {
        IncidentId pit = closed("p1");
        office.hear(office.post("thanks", "Всем доброго утра и хорошего настроения!"));
        assertEquals(counts(0, 0, 0, 0), preview());

        office.wait(YEAR.plusDays(1));
        IncidentId fresh = office.register("p2", "В Лугограде на дороге у школы яма, машины бьются каждый день")
                .id();
        String before = report();
        assertEquals(counts(1, 1, 1, 2), preview());
        assertEquals(counts(1, 1, 1, 1), apply(1));
        assertEquals(counts(0, 0, 0, 1), apply(1));

        assertEquals(counts(0, 0, 0, 0), preview());
        assertEquals(before, report());
        assertEquals("", office.chain());
        assertEquals("", posts(pit).get(0).text());
        assertTrue(posts(pit).get(0).author().isEmpty());
        assertTrue(posts(fresh).get(0).text().contains("школы"));
        assertTrue(posts(fresh).get(0).author().isPresent());
    }

    @Test
    void a_rule_of_less_than_a_day_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> RetentionRules.none().keep(AUTHORS, Duration.ofHours(3)));
    }

    private List<AccessRow> accesses(Optional<AuthorRef> person, Instant from) {
        return office.desk
                .privacy()
                .accesses(Office.AUDITOR, person, from, Instant.parse("2100-01-01T00:00:00Z"), 0, 100)
                .orThrow();
    }

    @Test
    void who_saw_or_erased_an_author_is_told_by_person_and_period() {
        AuthorRef author = AuthorRef.of("vk", "author-p1");
        IncidentId pit = office.register("p1", Office.PIT).id();
        office.register("p2", "В Лугограде на дороге у школы яма, машины бьются каждый день");
        office.wait(Duration.ofHours(1));
        Instant reading = office.clock.instant();
        posts(pit);
        office.desk
                .incidents()
                .posts(Office.executor(Office.ZARECHINSK), pit, 10)
                .orThrow();
        office.wait(Duration.ofHours(1));
        Instant later = office.clock.instant();

        var erasure = office.desk
                .privacy()
                .erase(Office.PRIVACY_OFFICER, author, "demand 12/2026")
                .orThrow();

        List<AccessRow> all = accesses(Optional.of(author), reading);
        assertEquals(
                List.of("moderator SHOWN vk:p1 VIEW_INCIDENT", "privacy ERASED  demand 12/2026"),
                all.stream()
                        .map(row -> row.actor() + " " + row.action() + " " + row.subject() + " " + row.reason())
                        .toList());
        assertEquals(
                List.of(Action.ERASED),
                accesses(Optional.empty(), later).stream()
                        .map(AccessRow::action)
                        .toList());
        assertEquals(later, erasure.at());
        assertEquals(all.get(0).person(), erasure.person());
        assertEquals("demand 12/2026", erasure.reason());
    }
}
