package org.otklik.examples.demo.posts;

import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;

/**
 * What people say a post is; the desk never sees it, the demo measures the desk by it.
 *
 * @param incident whether it needs an answer
 * @param kind what it is
 * @param topic what it is about
 * @param place where it is
 * @param wave name of the wave of like posts that it belongs to
 */
public record Gold(
        Verdict incident, MessageKind kind, Optional<TopicId> topic, Optional<PlaceId> place, Optional<String> wave) {

    /** Whether a post needs an answer. */
    public enum Verdict {
        /** It does. */
        YES,
        /** It does not. */
        NO,
        /** People would not agree. */
        UNSURE
    }
}
