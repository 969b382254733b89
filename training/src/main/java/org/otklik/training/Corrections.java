package org.otklik.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.otklik.post.PostId;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.Storage;

/**
 * What people decided in the desk where it decided otherwise, or not at all, as history to learn from; immutable.
 *
 * <p>Events say who decided what, the store of posts has the words. Only what a person said counts: a model that learned
 * from its own answers would only grow surer of them. A later word of a person replaces an earlier one, and a word that
 * was taken back does not count. Posts whose text was erased are left out, so nobody is learned from who asked to be
 * forgotten before the training.
 */
public final class Corrections {

    private final List<Ruling> rulings;
    private final Map<PostId, String> texts;

    private Corrections(List<Ruling> rulings, Map<PostId, String> texts) {
        this.rulings = List.copyOf(rulings);
        this.texts = Map.copyOf(texts);
    }

    /**
     * Reads all that a desk has committed so far, page by page; changes nothing.
     *
     * @param storage the desk's, which may be at work
     * @return the corrections
     * @throws org.otklik.spi.storage.StorageException if the storage fails or holds what this version cannot read
     */
    public static Corrections read(Storage storage) {
        StoredEvents stored = new StoredEvents(storage);
        return folded(stored.all(), stored::texts);
    }

    /**
     * Takes events that were read or exported before.
     *
     * @param events in the order of commits; is read to its end
     * @param textOf the text of a post; empty when it is erased
     * @return the corrections
     * @throws org.otklik.spi.storage.StorageException if an event is none that this version can read
     */
    public static Corrections of(Stream<EventRow> events, Function<PostId, Optional<String>> textOf) {
        return folded(events, posts -> TextsByPost.of(posts, textOf));
    }

    private static Corrections folded(Stream<EventRow> events, TextsByPost texts) {
        Rulings rulings = new Rulings();
        events.forEachOrdered(rulings::take);
        List<Ruling> all = rulings.all();
        return new Corrections(all, texts.of(all.stream().map(Ruling::post).toList()));
    }

    /**
     * Returns the topics that people gave.
     *
     * @return posts labelled by ids of topics, in the order of their first decisions
     */
    public History topics() {
        return history(Ruling::topic);
    }

    /**
     * Returns what people took posts for.
     *
     * @return posts labelled by names of {@link org.otklik.classify.MessageKind}, or by the code of the reason for which
     *     a person set them aside or rejected their incident
     */
    public History kinds() {
        return history(Ruling::kind);
    }

    /**
     * Returns the bodies that people chose, and those that accepted what the desk gave them.
     *
     * @return posts labelled by ids of bodies, in the order of their first decisions
     */
    public History bodies() {
        return history(Ruling::body);
    }

    private History history(Function<Ruling, Optional<String>> label) {
        List<LabelledPost> posts = new ArrayList<>();
        for (Ruling ruling : rulings) {
            String text = texts.get(ruling.post());
            if (text != null) {
                label.apply(ruling).ifPresent(known -> posts.add(new LabelledPost(text, known)));
            }
        }
        return History.of(posts.stream());
    }

    /**
     * Tells how many posts people decided about whose text is gone.
     *
     * @return how many were left out
     */
    public int withoutText() {
        return (int) rulings.stream()
                .filter(ruling -> !texts.containsKey(ruling.post()))
                .count();
    }

    @Override
    public String toString() {
        return "corrections of " + rulings.size() + " posts";
    }
}
