package org.otklik.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.post.PostId;

/** What people said about one incident so far; for one thread. */
final class Matter {

    private static final String PERSON = "person";
    private static final String UNSAID = "OTHER";

    /** The posts that people put under this matter: the one that opened it, and those attached by hand. */
    final List<PostId> posts = new ArrayList<>();

    private Optional<String> kind = Optional.empty();
    private Optional<String> topic = Optional.empty();
    private Optional<String> lead = Optional.empty();
    private boolean leadIsRight;
    private Optional<String> rejected = Optional.empty();

    /** Takes the assessment of an event; one that the desk made says nothing. */
    void assessed(JsonNode event) {
        JsonNode assessment = event.path("assessment");
        if (EventJson.text(assessment, "version").filter(PERSON::equals).isPresent()) {
            kind = EventJson.text(assessment, "kind");
            topic = EventJson.text(assessment, "topic");
        }
    }

    /** Takes what an earlier system had: people decided there, and a kind that it did not say is none. */
    void imported(JsonNode event) {
        JsonNode assessment = event.path("assessment");
        kind = EventJson.text(assessment, "kind").filter(name -> !name.equals(UNSAID));
        topic = EventJson.text(assessment, "topic");
        lead = EventJson.text(event, "lead");
        leadIsRight = lead.isPresent();
    }

    /** Takes a new lead body; one that the desk found must be accepted first. */
    void routed(JsonNode event) {
        JsonNode route = event.path("route");
        lead = EventJson.text(route, "lead");
        leadIsRight = EventJson.text(route, "ruleId").filter(PERSON::equals).isPresent();
    }

    void accepted(JsonNode event) {
        leadIsRight |= lead.isPresent() && lead.equals(EventJson.text(event, "body"));
    }

    void returned() {
        leadIsRight = false;
    }

    void rejected(JsonNode event) {
        rejected = EventJson.text(event, "reason");
    }

    void restored() {
        rejected = Optional.empty();
    }

    boolean speaks() {
        return kind.isPresent() || topic.isPresent() || rejected.isPresent() || leadIsRight;
    }

    Ruling of(PostId post) {
        return rejected.isPresent()
                ? new Ruling(post, rejected, Optional.empty(), Optional.empty())
                : new Ruling(post, kind, topic, leadIsRight ? lead : Optional.empty());
    }
}
