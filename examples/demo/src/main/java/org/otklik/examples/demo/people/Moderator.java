package org.otklik.examples.demo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.Review;
import org.otklik.Understanding;
import org.otklik.classify.Classification.Unsure;
import org.otklik.classify.MessageKind;
import org.otklik.examples.demo.posts.Gold;
import org.otklik.id.TopicId;
import org.otklik.post.PostId;
import org.otklik.spi.storage.SignalState;

/** Works the review queue: by the labels of the bundled day, or by what the desk guesses when a post has none. */
public final class Moderator implements Person {

    private static final String FOR_THE_GOVERNOR = "INSTRUCTION_OFFER";
    private static final int AT_ONCE = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(40);

    private final IncidentDesk desk;
    private final Map<PostId, Gold> gold;
    private final Hours hours;

    /**
     * Returns the moderator.
     *
     * @param desk where he works
     * @param gold what he knows to be right
     */
    public Moderator(IncidentDesk desk, Map<PostId, Gold> gold) {
        this.desk = desk;
        this.gold = gold;
        hours = new Hours(desk.region().zone(), 7, 23);
    }

    @Override
    public void act(Instant now) {
        if (hours.include(now)) {
            queue().forEach(item -> decide(item, now));
        }
    }

    private List<Review.Item> queue() {
        return desk
                .review()
                .list(Staff.MODERATOR, SignalState.NEEDS_REVIEW, Optional.empty(), AT_ONCE)
                .orThrow()
                .stream()
                .filter(item -> !item.reason().equals(FOR_THE_GOVERNOR))
                .toList();
    }

    private void decide(Review.Item item, Instant now) {
        Gold label = gold.get(item.post().id());
        if (label == null) {
            decideByGuess(item);
        } else if (label.incident() == Gold.Verdict.YES) {
            desk.review()
                    .promote(Staff.MODERATOR, item.post().id(), label.kind(), label.topic(), label.place())
                    .orThrow();
        } else if (label.incident() == Gold.Verdict.NO || isOld(item, now)) {
            dismiss(item, label.incident() == Gold.Verdict.NO ? "NO_MATTER" : "TOO_VAGUE");
        }
    }

    private static boolean isOld(Review.Item item, Instant now) {
        return item.post().publishedAt().plus(PATIENCE).isBefore(now);
    }

    private void decideByGuess(Review.Item item) {
        Optional<TopicId> topic = guess(item)
                .map(Unsure::topics)
                .flatMap(topics -> topics.stream().findFirst());
        Optional<MessageKind> kind = guess(item).flatMap(Unsure::guess);
        if (topic.isPresent() || item.post().text().contains("?")) {
            desk.review()
                    .promote(
                            Staff.MODERATOR,
                            item.post().id(),
                            kind.orElse(MessageKind.QUESTION),
                            topic,
                            Optional.empty())
                    .orThrow();
        } else {
            dismiss(item, "NO_MATTER");
        }
    }

    private static Optional<Unsure> guess(Review.Item item) {
        return item.understanding()
                .map(Understanding::classification)
                .filter(Unsure.class::isInstance)
                .map(Unsure.class::cast);
    }

    private void dismiss(Review.Item item, String reason) {
        desk.review().dismiss(Staff.MODERATOR, item.post().id(), reason).orThrow();
    }
}
