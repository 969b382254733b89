package org.otklik.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.post.PostId;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StorageException;

/** Folds the events of all streams into what people said about posts; for one thread. */
final class Rulings {

    private static final String SCHEMA = "/1";
    private static final String PERSON = "person";
    /** The desk's own word for a post of a leader that became an instruction: it was no citizen's at all. */
    private static final String INSTRUCTION_ISSUED = "INSTRUCTION_ISSUED";

    private final Map<String, Matter> matters = new LinkedHashMap<>();
    private final Map<PostId, String> setAside = new LinkedHashMap<>();

    void take(EventRow row) {
        JsonNode event = EventJson.read(row.payload(), "the event " + row.stream() + " v" + row.version());
        switch (row.stream().kind()) {
            case INCIDENT -> incident(row, event);
            case SIGNAL -> signal(row, event);
            case INSTRUCTION -> {}
        }
    }

    private static String name(EventRow row) {
        if (!row.type().endsWith(SCHEMA)) {
            throw new StorageException("The event " + row.stream() + " v" + row.version() + " has the type "
                    + row.type() + ", which this version of Otklik cannot learn from; use a newer one.");
        }
        return row.type().substring(0, row.type().length() - SCHEMA.length());
    }

    private void incident(EventRow row, JsonNode event) {
        Matter matter = matter(row.stream().id());
        switch (name(row)) {
            case "registered" -> {
                EventJson.text(event, "firstPost").map(Rulings::post).ifPresent(matter.posts::add);
                matter.assessed(event);
            }
            case "imported" -> {
                EventJson.text(event, "firstPost").map(Rulings::post).ifPresent(matter.posts::add);
                matter.imported(event);
            }
            case "reassessed" -> matter.assessed(event);
            case "routed", "redirected" -> matter.routed(event);
            case "accepted" -> matter.accepted(event);
            case "declined", "acceptance-expired" -> matter.returned();
            case "rejected" -> matter.rejected(event);
            case "restored" -> matter.restored();
            default -> {}
        }
    }

    private void signal(EventRow row, JsonNode event) {
        PostId post = post(row.stream().id());
        switch (name(row)) {
            case "signal-dismissed" -> dismissed(post, event);
            case "signal-restored", "signal-promoted" -> setAside.remove(post);
            case "signal-attached" -> attached(post, event);
            default -> {}
        }
    }

    private void dismissed(PostId post, JsonNode event) {
        Optional<String> reason = EventJson.text(event, "reason").filter(code -> !code.equals(INSTRUCTION_ISSUED));
        boolean byPerson =
                EventJson.text(event, "version").filter(PERSON::equals).isPresent();
        if (byPerson && reason.isPresent()) {
            setAside.put(post, reason.get());
        }
    }

    private void attached(PostId post, JsonNode event) {
        setAside.remove(post);
        if (EventJson.text(event, "reason").filter("PERSON"::equals).isPresent()) {
            EventJson.text(event, "incident")
                    .ifPresent(incident -> matter(incident).posts.add(post));
        }
    }

    private Matter matter(String incident) {
        return matters.computeIfAbsent(incident, id -> new Matter());
    }

    private static PostId post(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new StorageException("'" + text + "' names no post: expected 'network:nativeId'.");
        }
        return PostId.of(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Returns one ruling a post; where several speak of a post, the matter that came last. */
    List<Ruling> all() {
        Map<PostId, Ruling> rulings = new LinkedHashMap<>();
        for (Matter matter : matters.values()) {
            if (matter.speaks()) {
                matter.posts.forEach(post -> rulings.put(post, matter.of(post)));
            }
        }
        setAside.forEach((post, reason) ->
                rulings.put(post, new Ruling(post, Optional.of(reason), Optional.empty(), Optional.empty())));
        return List.copyOf(rulings.values());
    }
}
