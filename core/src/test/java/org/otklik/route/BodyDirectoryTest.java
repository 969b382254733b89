package org.otklik.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;

class BodyDirectoryTest {

    private final BodyDirectory bodies = TwoTowns.BODIES;

    @Test
    void a_body_is_found_with_all_below_it() {
        assertThat(bodies.withChildren(BodyId.of("adm-aldan")))
                .containsExactlyInAnyOrder(BodyId.of("adm-aldan"), BodyId.of("adm-aldan.north"));
        assertTrue(bodies.withChildren(BodyId.of("nobody")).isEmpty());
    }

    @Test
    void an_abolished_body_is_known_and_not_active() {
        BodyId old = BodyId.of("old-roads");

        assertTrue(bodies.find(old).isPresent());
        assertTrue(bodies.findActive(old, LocalDate.of(2026, 6, 30)).isPresent());
        assertEquals(Optional.empty(), bodies.findActive(old, LocalDate.of(2026, 7, 1)));
        assertThat(bodies.activeOn(LocalDate.of(2026, 7, 1)))
                .extracting(ResponsibleBody::id)
                .doesNotContain(old);
    }

    @Test
    void a_body_is_named_in_the_readers_language() {
        ResponsibleBody body = new ResponsibleBody(
                BodyId.of("min-health"),
                BodyKind.MINISTRY,
                Optional.empty(),
                new CaseForms(
                        "министерство",
                        "министерства",
                        "министерству",
                        "министерство",
                        "министерством",
                        "министерстве"),
                "Ministry",
                "Минздрав",
                Validity.ALWAYS,
                false,
                Set.of());

        assertEquals("министерство", body.name(Locale.forLanguageTag("ru")));
        assertEquals("Ministry", body.name(Locale.ENGLISH));
    }

    @Test
    void all_mistakes_of_a_directory_are_named_at_once() {
        ResponsibleBody one = TwoTowns.body("one", BodyKind.OTHER, "two");
        ResponsibleBody two = TwoTowns.body("two", BodyKind.OTHER, "one");
        ResponsibleBody orphan = TwoTowns.body("orphan", BodyKind.OTHER, "missing");

        assertThatThrownBy(() -> BodyDirectory.of(List.of(one, two, orphan, one)))
                .hasMessageContaining("one stands twice")
                .hasMessageContaining("circle")
                .hasMessageContaining("missing of orphan is unknown");
    }
}
