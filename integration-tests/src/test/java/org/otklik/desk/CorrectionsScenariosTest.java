package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.classify.MessageKind;
import org.otklik.classify.TextFeatures;
import org.otklik.classify.TrainedModel;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.text.PostText;
import org.otklik.training.ClassifierTrainer;
import org.otklik.training.Corrections;
import org.otklik.training.History;
import org.otklik.training.LabelledPost;

/** What people correct at a desk comes back as history to learn from. */
class CorrectionsScenariosTest {

    private static final String ELSEWHERE = "В Лугограде возле рынка на дороге яма, проехать нельзя";
    private static final TopicId HEATING = TopicId.of("housing.heating");

    private final Office office = Office.open();

    @Test
    void a_corrected_topic_and_the_body_that_a_person_chose_are_read_back() {
        Incident incident = office.register("1", Office.PIT);
        office.register("2", ELSEWHERE);

        correct(incident, HEATING);
        office.desk
                .incidents()
                .redirect(Office.COORDINATOR, incident.id(), Office.LUGOGRAD, "OTHER_OWNER")
                .orThrow();

        Corrections corrections = Corrections.read(office.storage);
        assertEquals(
                List.of(new LabelledPost(Office.PIT, "housing.heating")),
                corrections.topics().posts());
        assertEquals(
                List.of(new LabelledPost(Office.PIT, Office.LUGOGRAD.value())),
                corrections.bodies().posts());
    }

    @Test
    void a_body_that_accepted_what_the_desk_gave_it_is_read_back() {
        Incident incident = office.accepted("1", Office.PIT);

        Corrections corrections = Corrections.read(office.storage);

        assertEquals(
                List.of(new LabelledPost(
                        Office.PIT, incident.lead().orElseThrow().value())),
                corrections.bodies().posts());
        assertEquals(List.of(), corrections.topics().posts());
    }

    @Test
    void a_post_that_a_person_made_an_incident_of_and_one_he_dismissed_are_read_back() {
        promote("1", "Фонарь", TopicId.of("improvement.lighting"));
        Post talk = office.hear(office.post("2", "Ха-ха, ну и ну")).post();
        office.desk.review().restore(Office.MODERATOR, talk.id()).orThrow();
        office.desk
                .review()
                .dismiss(Office.MODERATOR, talk.id(), "PRIVATE_TALK")
                .orThrow();

        Corrections corrections = Corrections.read(office.storage);

        assertEquals(
                List.of(new LabelledPost("Фонарь", "improvement.lighting")),
                corrections.topics().posts());
        assertEquals(
                List.of(new LabelledPost("Фонарь", "COMPLAINT"), new LabelledPost("Ха-ха, ну и ну", "PRIVATE_TALK")),
                corrections.kinds().posts());
    }

    @Test
    void who_was_erased_is_not_learned_from() {
        Incident incident = office.register("1", Office.PIT);
        correct(incident, HEATING);

        office.desk
                .privacy()
                .erase(Office.PRIVACY_OFFICER, AuthorRef.of("vk", "author-1"))
                .orThrow();

        Corrections corrections = Corrections.read(office.storage);
        assertEquals(List.of(), corrections.topics().posts());
        assertEquals(1, corrections.withoutText());
    }

    @Test
    void a_model_learned_from_corrections_says_what_the_moderator_said() {
        List<String> hours = List.of("утром", "вечером", "ночью", "днём", "сегодня", "вчера");
        hours.forEach(hour -> promote("h-" + hour, "Котельная " + hour + " стоит", HEATING));
        Stream<LabelledPost> old =
                hours.stream().map(hour -> new LabelledPost("Фонарь " + hour + " погас", "improvement.lighting"));

        TrainedModel model = ClassifierTrainer.of(TextFeatures.ofWords())
                .train(Corrections.read(office.storage).topics().and(History.of(old)))
                .model();

        assertEquals("housing.heating", model.label(PostText.of(office.post("new", "Опять эта котельная"))));
    }

    private void promote(String nativeId, String text, TopicId topic) {
        Post post = office.hear(office.post(nativeId, text)).post();
        office.desk
                .review()
                .promote(Office.MODERATOR, post.id(), MessageKind.COMPLAINT, Optional.of(topic), Optional.empty())
                .orThrow();
    }

    private void correct(Incident incident, TopicId topic) {
        office.desk
                .incidents()
                .reassess(
                        Office.MODERATOR,
                        incident.id(),
                        MessageKind.COMPLAINT,
                        Optional.of(topic),
                        incident.assessment().place())
                .orThrow();
    }
}
