package org.otklik.reply;

import java.util.ArrayList;
import java.util.List;

/** Reads a reply before it goes to approval and finds what should not be said. Implementations are thread-safe. */
@FunctionalInterface
public interface ReplyCheck {

    /**
     * Checks a reply.
     *
     * @param request the reply as it would be sent
     * @return what was found, in reading order; empty when nothing is wrong
     */
    List<Finding> check(ReplyRequest request);

    /**
     * Returns this check followed by another.
     *
     * @param next the other
     * @return both
     */
    default ReplyCheck and(ReplyCheck next) {
        return request -> {
            List<Finding> found = new ArrayList<>(check(request));
            found.addAll(next.check(request));
            return List.copyOf(found);
        };
    }

    /**
     * Returns the default: rude words, shouting, personal data, emptiness, and an interim reply without a date.
     *
     * @return an immutable check
     */
    static ReplyCheck standard() {
        return new StandardReplyCheck();
    }
}
