package org.otklik.examples.quickstart;

import java.time.Instant;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.incident.Incident;
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
        try (IncidentDesk desk = IncidentDesk.builder(samara, InMemoryStorage.create(), PseudonymKey.of("from-your-own-safe"))
                .network(vk)
                .build()) {
            desk.publishing().enable(coordinator);                     // nothing goes out before this
            desk.poll();                                               // one bounded step; or desk.start(executor)

            Incident incident = desk.incidents()
                    .get(coordinator, desk.incidents().find(coordinator, IncidentQuery.open()).first().id());
            System.out.println(incident.number() + " " + incident.topic().orElseThrow() + " " + incident.evidence());
            System.out.println(incident.lead().orElseThrow() + " " + incident.route().orElseThrow().reasons());

            Actor official = Actor.of("ivanov", Role.EXECUTOR).in(incident.lead().orElseThrow());
            desk.incidents().accept(official, incident.id()).orThrow();
            String text = "Здравствуйте! Яму на улице Победы заделают до 28 ноября, участок уже огородили.";
            Draft draft = desk.replies().draft(official, ReplyRequest.finalTo(incident.id(), text)).orThrow();
            desk.replies().submit(official, draft.id()).orThrow();
            desk.replies().approve(administrator, draft.id(), draft.hash()).orThrow();
            desk.publishDue();
        }
        // README ends
        return vk;
    }
}
