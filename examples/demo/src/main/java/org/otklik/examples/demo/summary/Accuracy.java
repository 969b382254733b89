package org.otklik.examples.demo.summary;

import java.util.Map;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.Region;
import org.otklik.Review;
import org.otklik.Understanding;
import org.otklik.classify.Classification;
import org.otklik.classify.Classification.Candidate;
import org.otklik.examples.demo.people.Staff;
import org.otklik.examples.demo.posts.Gold;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.place.Place;
import org.otklik.place.PlaceCandidate;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/**
 * How often the desk alone, before any person, says what people say.
 *
 * <p>Kind and topic are measured over the posts that are incidents for people and candidates for the desk, since only
 * to those it gives a kind; places over all incidents that have one.
 */
public final class Accuracy {

    private final Region region;
    private final Share verdict = new Share();
    private final Share found = new Share();
    private final Share noise = new Share();
    private final Share unsure = new Share();
    private final Share kind = new Share();
    private final Share topic = new Share();
    private final Share rootTopic = new Share();
    private final Share place = new Share();
    private final Share municipality = new Share();

    private Accuracy(Region region) {
        this.region = region;
    }

    /**
     * Measures a desk.
     *
     * @param desk what is measured
     * @param posts posts by id
     * @param gold what people say they are
     * @return the shares
     */
    public static Accuracy of(IncidentDesk desk, Map<PostId, Post> posts, Map<PostId, Gold> gold) {
        Accuracy accuracy = new Accuracy(desk.region());
        gold.forEach((id, label) -> {
            Post post = posts.get(id);
            if (post != null) {
                accuracy.count(label, understanding(desk, post));
            }
        });
        return accuracy;
    }

    /** As the desk read it: on its page and under what it answers; a deleted post as it was published. */
    private static Understanding understanding(IncidentDesk desk, Post post) {
        return desk.review()
                .view(Staff.MODERATOR, post.id())
                .map(Review.Item::understanding)
                .orThrow()
                .orElseGet(() -> desk.understand(post));
    }

    private void count(Gold gold, Understanding made) {
        Gold.Verdict said = verdict(made.classification());
        verdict.count(said == gold.incident());
        switch (gold.incident()) {
            case YES -> found.count(said == Gold.Verdict.YES);
            case NO -> noise.count(said == Gold.Verdict.NO);
            case UNSURE -> unsure.count(said == Gold.Verdict.UNSURE);
        }
        if (gold.incident() == Gold.Verdict.YES) {
            countParts(gold, made);
        }
    }

    private static Gold.Verdict verdict(Classification classification) {
        if (classification instanceof Candidate) {
            return Gold.Verdict.YES;
        }
        return classification instanceof Classification.Unsure ? Gold.Verdict.UNSURE : Gold.Verdict.NO;
    }

    private void countParts(Gold gold, Understanding made) {
        if (made.classification() instanceof Candidate candidate) {
            kind.count(candidate.kind() == gold.kind());
            gold.topic().ifPresent(right -> {
                topic.count(candidate.topic().filter(right::equals).isPresent());
                rootTopic.count(root(right).equals(candidate.topic().flatMap(this::root)));
            });
        }
        gold.place().ifPresent(right -> {
            Optional<PlaceId> said = made.location().best().map(PlaceCandidate::place);
            place.count(said.filter(right::equals).isPresent());
            municipality.count(municipality(right).equals(said.flatMap(this::municipality)));
        });
    }

    private Optional<TopicId> root(TopicId id) {
        return region.topics().rootOf(id).map(root -> root.id());
    }

    private Optional<PlaceId> municipality(PlaceId id) {
        return region.gazetteer().municipalityOf(id).map(Place::id);
    }

    /**
     * Returns the share of posts on which desk and people agree whether it is an incident.
     *
     * @return 0 to 1
     */
    public double ofVerdict() {
        return verdict.value();
    }

    /**
     * Returns the share of right topics.
     *
     * @return 0 to 1
     */
    public double ofTopic() {
        return topic.value();
    }

    /**
     * Returns the share of right kinds.
     *
     * @return 0 to 1
     */
    public double ofKind() {
        return kind.value();
    }

    /**
     * Returns the share of right municipalities.
     *
     * @return 0 to 1
     */
    public double ofMunicipality() {
        return municipality.value();
    }

    void write(Sheet sheet) {
        if (verdict.whole() == 0) {
            sheet.note("В файле нет меток людей, поэтому точность не измерена.");
            return;
        }
        sheet.note("Сравнение с метками людей; считается решение библиотеки до модератора.");
        sheet.row("Инцидент, не инцидент или неясно", verdict);
        sheet.row("  из инцидентов найдено сразу", found);
        sheet.row("  из остальных отсеяно сразу", noise);
        sheet.row("  из неясных передано человеку", unsure);
        sheet.row("Вид сообщения (среди найденных инцидентов)", kind);
        sheet.row("Тема точно (среди найденных инцидентов)", topic);
        sheet.row("Тема верхнего уровня", rootTopic);
        sheet.row("Место точно (среди инцидентов с местом)", place);
        sheet.row("Муниципалитет", municipality);
    }
}
