package org.otklik.incident;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.route.Route;
import org.otklik.sla.SlaClocks;

/** The one implementation of {@link Incident}; {@link IncidentFold} knows what each event does to it. */
record DefaultIncident(
        IncidentId id,
        String number,
        long version,
        IncidentState state,
        Assessment assessment,
        PostId firstPost,
        PostCounters posts,
        Routing routing,
        Replies replies,
        Timing timing)
        implements Incident {

    static DefaultIncident of(IncidentEvent.Registered event) {
        return new DefaultIncident(
                event.id(),
                event.number(),
                1,
                IncidentState.REGISTERED,
                event.assessment(),
                event.firstPost(),
                new PostCounters(1, 1, event.publishedAt()),
                Routing.NONE,
                Replies.NONE,
                Timing.begun(event));
    }

    static DefaultIncident of(IncidentEvent.Imported event) {
        return new DefaultIncident(
                event.id(),
                event.number(),
                1,
                IncidentState.CLOSED,
                event.assessment(),
                event.firstPost(),
                new PostCounters(1, 0, event.publishedAt()),
                event.lead().map(Routing.NONE::heldBy).orElse(Routing.NONE),
                Replies.of(event),
                Timing.over(event));
    }

    @Override
    public Incident after(IncidentEvent event) {
        DefaultIncident next = IncidentFold.apply(this, event);
        return new DefaultIncident(
                id,
                number,
                version + 1,
                next.state,
                next.assessment,
                firstPost,
                posts,
                next.routing,
                next.replies,
                next.timing);
    }

    @Override
    public Incident with(PostCounters counters) {
        return new DefaultIncident(
                id, number, version, state, assessment, firstPost, counters, routing, replies, timing);
    }

    DefaultIncident in(IncidentState next) {
        return new DefaultIncident(id, number, version, next, assessment, firstPost, posts, routing, replies, timing);
    }

    DefaultIncident assessed(Assessment next) {
        return new DefaultIncident(id, number, version, state, next, firstPost, posts, routing, replies, timing);
    }

    DefaultIncident routed(UnaryOperator<Routing> change) {
        return new DefaultIncident(
                id, number, version, state, assessment, firstPost, posts, change.apply(routing), replies, timing);
    }

    DefaultIncident replying(UnaryOperator<Replies> change) {
        return new DefaultIncident(
                id, number, version, state, assessment, firstPost, posts, routing, change.apply(replies), timing);
    }

    DefaultIncident timed(UnaryOperator<Timing> change) {
        return new DefaultIncident(
                id, number, version, state, assessment, firstPost, posts, routing, replies, change.apply(timing));
    }

    DefaultIncident living(UnaryOperator<Life> change) {
        return timed(timing -> timing.living(change));
    }

    @Override
    public Optional<Route.Routed> route() {
        return routing.route();
    }

    @Override
    public Optional<String> unroutable() {
        return routing.unroutable();
    }

    @Override
    public List<Assignment> assignments() {
        return routing.assignments();
    }

    @Override
    public List<BodyId> declinedBy() {
        return routing.declinedBy();
    }

    @Override
    public Optional<BodyId> suggestedLead() {
        return routing.suggested();
    }

    @Override
    public SlaClocks clocks() {
        return timing.clocks();
    }

    @Override
    public List<Draft> drafts() {
        return replies.drafts();
    }

    @Override
    public List<Publication> publications() {
        return replies.publications();
    }

    @Override
    public List<OfficialAnswer> officialAnswers() {
        return replies.answers();
    }

    @Override
    public Life life() {
        return timing.life();
    }

    @Override
    public Optional<String> importedFrom() {
        return timing.importedFrom();
    }

    @Override
    public List<Cycle> pastCycles() {
        return timing.pastCycles();
    }

    @Override
    public String toString() {
        return "incident " + number + " v" + version + " " + state;
    }
}
