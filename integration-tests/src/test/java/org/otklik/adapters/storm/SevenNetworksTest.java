package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.HealthState;
import org.otklik.Replies.GivenAnswer;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.post.PostId;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;

/**
 * All networks in one desk, each with a citizen's post that must come to a verified answer, while one network takes a
 * token back, one finds everything too fast and one closes its interface for good. The others never notice.
 */
@Timeout(120)
class SevenNetworksTest {

    private static final List<String> PLACES =
            List.of("у вокзала", "возле магазина", "перед кафе", "на рынке", "за почтой", "под мостом", "в парке");

    private final StormTown town = StormTown.ofAll();
    private final StormNetwork tokenless = named(Kinds.VK);
    private final StormNetwork stormed = named(Kinds.X);
    private final StormNetwork closed = named(Kinds.FACEBOOK);
    private final List<StormNetwork> well = town.networks.stream()
            .filter(one -> one != tokenless && one != stormed && one != closed)
            .toList();
    private final Map<StormNetwork, PostId> pits = new HashMap<>();

    @AfterEach
    void close() {
        town.close();
    }

    private StormNetwork named(Kinds kind) {
        return town.networks.stream()
                .filter(one -> Kinds.of(one) == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_post_is_answered_though_one_token_dies_one_network_storms_and_one_closes_for_good() {
        everyPlaceHasItsPit();
        tokenless.kill(tokenless.speaker(), town.safe);
        stormed.storm(StormNetwork.TooFast.X_429);
        ((FacebookStorm) closed).closeForGood();
        town.failures.clear();
        List<PostId> later = new ArrayList<>();

        town.incidents().forEach(town::approve);
        well.forEach(one -> later.add(one.writeToSpeaker(one + ": а когда уберут мусор во дворе?")));
        town.desk.publishDue();
        town.listen(60);
        town.publish(Duration.ofMinutes(20));

        well.forEach(this::assertNeverNoticed);
        later.forEach(post -> assertTrue(town.knows(post), post + " is not heard"));
        assertEquals(HealthState.REAUTHORISE, town.health(tokenless.speaker()).state());
        for (StormNetwork sick : List.of(tokenless, stormed, closed)) {
            assertEquals(List.of(), sick.repliesTo(pits.get(sick)), sick + " was answered");
        }

        tokenless.renew(tokenless.speaker(), town.safe);
        stormed.calm();
        town.publish(Duration.ofMinutes(30));
        town.listen(30);
        town.publish(Duration.ofMinutes(20));

        assertVerified(tokenless);
        assertVerified(stormed);
        assertAnsweredByHand();
        assertEquals(List.of(), openIncidents());
    }

    /** Each network has a citizen with another pit, which is registered as an incident of its own. */
    private void everyPlaceHasItsPit() {
        for (int i = 0; i < town.networks.size(); i++) {
            StormNetwork one = town.networks.get(i);
            pits.put(one, one.writeToSpeaker("В Заречинске на дороге " + PLACES.get(i) + " яма, бьются машины"));
        }
        town.listen(40);
        assertEquals(town.networks.size(), town.incidents().size(), "failures: " + town.failures);
    }

    private void assertNeverNoticed(StormNetwork one) {
        assertVerified(one);
        assertEquals(HealthState.OK, town.health(one.speaker()).state(), one + " is unwell");
        String code = one.reader().network().code();
        assertEquals(
                List.of(),
                town.failures.stream()
                        .filter(failure -> failure.subject().startsWith(code + ":"))
                        .toList());
    }

    /** A bot of Telegram is not shown its own words, so that nobody can verify them. */
    private void assertVerified(StormNetwork one) {
        assertEquals(List.of(StormTown.ANSWER), one.repliesTo(pits.get(one)), one + " is not answered once");
        Publication publication = incidentOf(one).publications().get(0);
        assertEquals(
                one.readsBack() ? PublicationState.VERIFIED : PublicationState.SENT, publication.state(), one + "");
        assertEquals(IncidentState.ANSWERED, incidentOf(one).state());
    }

    private Incident incidentOf(StormNetwork one) {
        return town.incidents().stream()
                .filter(incident -> incident.firstPost().equals(pits.get(one)))
                .findFirst()
                .orElseThrow();
    }

    /** The incident outlives the network's interface: an official writes the answer himself, and it is registered. */
    private void assertAnsweredByHand() {
        Incident incident = incidentOf(closed);
        assertTrue(!incident.publications().get(0).state().wasSent(), "It was said through a closed interface.");
        Actor lead = Actor.of("executor", Role.EXECUTOR).in(incident.lead().orElseThrow());
        GivenAnswer given = GivenAnswer.at(URI.create("https://example.org/answer"), town.clock.instant());
        OfficialAnswer answer =
                town.desk.replies().registerAnswer(lead, incident.id(), given).orThrow();
        town.desk
                .replies()
                .acceptAnswer(StormTown.COORDINATOR, incident.id(), answer.key())
                .orThrow();

        assertEquals(IncidentState.ANSWERED, incidentOf(closed).state());
    }

    private List<String> openIncidents() {
        return town.incidents().stream()
                .filter(incident -> pits.containsValue(incident.firstPost()))
                .filter(incident -> incident.state() != IncidentState.ANSWERED)
                .map(incident -> incident.number() + " " + incident.state())
                .collect(Collectors.toList());
    }
}
