package org.otklik.examples.quickstart;

import java.time.Instant;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentPage;
import org.otklik.incident.IncidentQuery;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;

/** From a post to an answer in thirty lines; a real host brings its own network adapters, database and secret. */
public final class QuickStart {

    private QuickStart() {}

    /**
     * Runs it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        answer().replies().forEach(reply -> System.out.println(reply.text()));
    }

    static InMemoryNetwork answer() {
        // README begins
        Region samara = Region.fromResources(QuickStart.class.getClassLoader(), "regions/samara");
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        vk.add(Post.builder(PostId.of("vk", "1"), Instant.now().minusSeconds(60))
                .text("Тольятти, на улице Победы огромная яма, уже два колеса пробили. Когда заделают?")
                .build());
        Actor coordinator = Actor.of("petrova", Role.COORDINATOR);
        Actor administrator = Actor.of("sidorov", Role.APPROVER);
        PseudonymKey key = PseudonymKey.of("from-your-own-safe");
        try (IncidentDesk desk = IncidentDesk.builder(samara, InMemoryStorage.create(), key)
                .network(vk)
                .build()) {
            desk.publishing().enable(coordinator); // nothing goes out before this
            desk.poll(); // one bounded step; or desk.start(executor)

            IncidentPage open = desk.incidents().find(coordinator, IncidentQuery.open());
            Incident incident = desk.incidents().get(coordinator, open.first().id());
            BodyId lead = incident.lead().orElseThrow();
            System.out.println(incident.number() + " " + incident.topic().orElseThrow() + " to " + lead);
            System.out.println(incident.evidence()); // why it is one; incident.route() says why it goes there

            Actor official = Actor.of("ivanov", Role.EXECUTOR).in(lead);
            desk.incidents().accept(official, incident.id()).orThrow();
            String text = "Здравствуйте! Яму на улице Победы заделают до 28 ноября, участок уже огородили.";
            ReplyRequest reply = ReplyRequest.finalTo(incident.id(), text);
            Draft draft = desk.replies().draft(official, reply).orThrow();
            desk.replies().submit(official, draft.id()).orThrow();
            desk.replies().approve(administrator, draft.id(), draft.hash()).orThrow();
            desk.publishDue(); // now the citizen can read it
        }
        // README ends
        return vk;
    }
}
