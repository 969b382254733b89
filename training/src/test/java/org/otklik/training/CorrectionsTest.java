package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostId;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.StreamId;

class CorrectionsTest {

    private static final Map<String, String> TEXTS = Map.of("1", "Яма у школы", "2", "Та же яма", "3", "Продам гараж");
    private static final String BY_RULES = registered("1", "roads.potholes", "rules-7");

    private final List<EventRow> events = new ArrayList<>();

    @Test
    void a_topic_that_a_moderator_corrected_is_learned_and_the_last_word_counts() {
        incident("a", "registered/1", BY_RULES);
        incident("a", "reassessed/1", assessed("QUESTION", "water.supply", "person"));
        incident("a", "reassessed/1", assessed("COMPLAINT", "heating", "person"));

        Corrections corrections = corrections();

        assertThat(corrections.topics().posts()).containsExactly(new LabelledPost("Яма у школы", "heating"));
        assertThat(corrections.kinds().posts()).containsExactly(new LabelledPost("Яма у школы", "COMPLAINT"));
        assertThat(corrections.bodies().posts()).isEmpty();
    }

    @Test
    void what_the_desk_decided_itself_is_not_learned() {
        incident("a", "registered/1", BY_RULES);
        incident("a", "routed/1", routed("min-roads", "row-12"));
        signal("3", "signal-dismissed/1", "{\"reason\":\"ADVERTISEMENT\",\"version\":\"rules-7\"}");
        signal("2", "signal-attached/1", "{\"incident\":\"a\",\"reason\":\"NEAR_TEXT\",\"score\":0.9}");

        Corrections corrections = corrections();

        assertThat(corrections.topics().posts()).isEmpty();
        assertThat(corrections.kinds().posts()).isEmpty();
        assertThat(corrections.bodies().posts()).isEmpty();
    }

    @Test
    void a_topic_that_a_person_took_away_is_no_label() {
        incident("a", "registered/1", registered("1", "heating", "person"));
        incident("a", "reassessed/1", assessed("QUESTION", null, "person"));

        assertThat(corrections().topics().posts()).isEmpty();
        assertThat(corrections().kinds().posts()).containsExactly(new LabelledPost("Яма у школы", "QUESTION"));
    }

    @Test
    void a_body_counts_once_a_person_chose_it_or_it_accepted() {
        incident("a", "registered/1", BY_RULES);
        incident("a", "routed/1", routed("min-roads", "row-12"));
        incident("a", "accepted/1", "{\"body\":\"adm-lugograd\"}");
        assertThat(corrections().bodies().posts()).isEmpty();

        incident("a", "accepted/1", "{\"body\":\"min-roads\"}");
        assertThat(corrections().bodies().posts()).containsExactly(new LabelledPost("Яма у школы", "min-roads"));

        incident("a", "declined/1", "{\"body\":\"min-roads\",\"reason\":\"NOT_COMPETENT\",\"proposed\":null}");
        assertThat(corrections().bodies().posts()).isEmpty();

        incident("a", "redirected/1", routed("adm-lugograd", "person"));
        assertThat(corrections().bodies().posts()).containsExactly(new LabelledPost("Яма у школы", "adm-lugograd"));
    }

    @Test
    void a_post_that_a_person_attached_takes_what_the_incident_got() {
        incident("a", "registered/1", BY_RULES);
        signal("2", "signal-attached/1", "{\"incident\":\"a\",\"reason\":\"PERSON\",\"score\":1}");
        incident("a", "reassessed/1", assessed("COMPLAINT", "heating", "person"));

        assertThat(corrections().topics().posts())
                .containsExactly(new LabelledPost("Яма у школы", "heating"), new LabelledPost("Та же яма", "heating"));
    }

    @Test
    void a_post_set_aside_teaches_its_reason_until_it_is_restored() {
        signal("3", "signal-dismissed/1", "{\"reason\":\"ADVERTISEMENT\",\"version\":\"person\"}");
        assertThat(corrections().kinds().posts()).containsExactly(new LabelledPost("Продам гараж", "ADVERTISEMENT"));

        signal("3", "signal-restored/1", "{}");
        assertThat(corrections().kinds().posts()).isEmpty();
    }

    @Test
    void a_rejected_incident_teaches_neither_topic_nor_body_until_it_is_restored() {
        incident("a", "registered/1", registered("1", "heating", "person"));
        incident("a", "routed/1", routed("min-roads", "person"));
        incident("a", "rejected/1", "{\"reason\":\"PRIVATE_MATTER\"}");

        assertThat(corrections().topics().posts()).isEmpty();
        assertThat(corrections().bodies().posts()).isEmpty();
        assertThat(corrections().kinds().posts()).containsExactly(new LabelledPost("Яма у школы", "PRIVATE_MATTER"));

        incident("a", "restored/1", "{}");
        assertThat(corrections().topics().posts()).hasSize(1);
    }

    @Test
    void an_order_that_became_an_instruction_teaches_nothing() {
        signal("1", "signal-dismissed/1", "{\"reason\":\"INSTRUCTION_ISSUED\",\"version\":\"person\"}");

        assertThat(corrections().kinds().posts()).isEmpty();
    }

    @Test
    void a_post_whose_text_is_erased_is_left_out_and_counted() {
        incident("a", "registered/1", registered("erased", "heating", "person"));

        assertThat(corrections().topics().posts()).isEmpty();
        assertThat(corrections().withoutText()).isEqualTo(1);
    }

    @Test
    void an_event_of_a_newer_version_is_refused_rather_than_misread() {
        incident("a", "registered/2", BY_RULES);

        assertThatThrownBy(this::corrections)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("registered/2");
    }

    @Test
    void an_event_that_was_cut_is_told_with_its_place() {
        incident("a", "registered/1", BY_RULES.substring(0, 20));

        assertThatThrownBy(this::corrections)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("id=a] v1");
    }

    @Test
    void a_correction_stands_before_what_the_history_said() {
        incident("a", "registered/1", registered("1", "heating", "person"));
        History old = History.of(List.of(new LabelledPost("Яма у школы!", "roads")).stream());

        History both = corrections().topics().and(old);

        assertThat(both.posts()).extracting(LabelledPost::label).containsExactly("heating", "roads");
    }

    private Corrections corrections() {
        return Corrections.of(events.stream(), post -> Optional.ofNullable(TEXTS.get(post.nativeId())));
    }

    private void incident(String id, String type, String payload) {
        add(StreamId.incident(id), type, payload);
    }

    private void signal(String nativeId, String type, String payload) {
        add(StreamId.signal(PostId.of("vk", nativeId)), type, payload);
    }

    private void add(StreamId stream, String type, String payload) {
        events.add(new EventRow(stream, events.size() + 1, type, Instant.EPOCH, "somebody", payload, "0".repeat(64)));
    }

    private static String registered(String post, String topic, String version) {
        return "{\"id\":\"a\",\"firstPost\":\"vk:" + post + "\","
                + assessed("COMPLAINT", topic, version).substring(1);
    }

    private static String assessed(String kind, @Nullable String topic, String version) {
        String value = topic == null ? "null" : "\"" + topic + "\"";
        return "{\"assessment\":{\"kind\":\"" + kind + "\",\"topic\":" + value + ",\"version\":\"" + version + "\"}}";
    }

    private static String routed(String lead, String rule) {
        return "{\"route\":{\"lead\":\"" + lead + "\",\"ruleId\":\"" + rule + "\"}}";
    }
}
