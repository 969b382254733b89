package org.otklik.examples.demo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.Instructions.Order;
import org.otklik.Review;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** Gives instructions: those that he wrote into a network himself, and every other hour one about the oldest matter. */
public final class Governor implements Person {

    private static final Duration TIME_FOR_IT = Duration.ofHours(20);
    private static final int OFFERS = 10;

    private final IncidentDesk desk;
    private final Orders orders;
    private final Hours hours;

    /**
     * Returns the governor.
     *
     * @param desk where he works
     * @param orders the instructions of the day
     */
    public Governor(IncidentDesk desk, Orders orders) {
        this.desk = desk;
        this.orders = orders;
        hours = new Hours(desk.region().zone(), 9, 19);
    }

    @Override
    public void act(Instant now) {
        if (hours.include(now)) {
            desk.instructions().offers(Staff.GOVERNOR, OFFERS).orThrow().forEach(post -> registerOwnReply(post, now));
            var clock = now.atZone(desk.region().zone());
            if (clock.getMinute() == 0 && clock.getHour() % 2 == 0) {
                instructOnOldest(now);
            }
        }
    }

    private void registerOwnReply(Post reply, Instant now) {
        Optional<IncidentId> incident = reply.discussion().parent().flatMap(this::incidentOf);
        Optional<BodyId> executor =
                incident.map(id -> desk.incidents().get(Staff.GOVERNOR, id)).flatMap(Incident::lead);
        if (incident.isPresent() && executor.isPresent()) {
            issue(reply.text(), executor.get(), incident.get(), Optional.of(reply.id()), now);
        }
    }

    private Optional<IncidentId> incidentOf(PostId post) {
        return desk.review()
                .view(Staff.COORDINATOR, post)
                .map(Review.Item::incident)
                .orThrow();
    }

    private void instructOnOldest(Instant now) {
        IncidentQuery inWork =
                IncidentQuery.open().in(EnumSet.of(IncidentState.IN_WORK)).limit(20);
        List<IncidentSummary> lines =
                desk.incidents().find(Staff.GOVERNOR, inWork).lines();
        lines.stream()
                .filter(line -> line.lead().isPresent()
                        && desk.instructions().about(Staff.GOVERNOR, line.id()).isEmpty())
                .findFirst()
                .ifPresent(line -> issue(
                        "Разобраться на месте, принять меры и доложить о сделанном.",
                        line.lead().orElseThrow(),
                        line.id(),
                        Optional.empty(),
                        now));
    }

    private void issue(String text, BodyId executor, IncidentId incident, Optional<PostId> origin, Instant now) {
        Order order = new Order(text, List.of(executor), now.plus(TIME_FOR_IT), List.of(incident), origin);
        desk.instructions()
                .issue(Staff.GOVERNOR, order)
                .map(instruction -> {
                    orders.add(instruction);
                    return instruction;
                })
                .orThrow();
    }
}
