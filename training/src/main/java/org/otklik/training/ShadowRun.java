package org.otklik.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.IncidentDesk;
import org.otklik.PastIncident;
import org.otklik.Review;
import org.otklik.access.Actor;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentPage;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.report.ReportPeriod;
import org.otklik.training.ShadowReport.Difference;
import org.otklik.training.ShadowReport.Kind;

/** One comparison on its way: row by row first, then the desk's own incidents; for one thread. */
final class ShadowRun implements RowSink {

    private static final int MOST_TOLD = 1_000;
    private static final int POSTS = 1_000;
    private static final int PAGE = 200;
    private static final Set<IncidentState> STANDING =
            EnumSet.complementOf(EnumSet.of(IncidentState.REJECTED, IncidentState.MERGED));

    private final Path file;
    private final ImportColumns columns;
    private final IncidentDesk desk;
    private final Actor actor;
    private final ReportPeriod period;
    private final KnownNames names;
    private final Unknowns unknowns = new Unknowns();
    private final Set<PostId> theirs = new HashSet<>();
    private final List<RowMistake> mistakes = new ArrayList<>();
    private final Differences differences = new Differences();
    private Map<ImportField, Integer> places = Map.of();
    private long rows;
    private long outside;
    private long withoutPost;
    private long agreed;

    ShadowRun(
            Path file,
            ImportColumns columns,
            NameMapping mapping,
            IncidentDesk desk,
            Actor actor,
            ReportPeriod period) {
        this.file = file;
        this.columns = columns;
        this.desk = desk;
        this.actor = actor;
        this.period = period;
        this.names = new KnownNames(desk.region(), mapping);
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public void header(List<String> header) {
        places = columns.places(header, this);
    }

    @Override
    public void malformed(long line, String message) {
        if (mistakes.size() < MOST_TOLD) {
            mistakes.add(new RowMistake(line, message));
        }
    }

    @Override
    public void row(long line, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        PastRow reader = new PastRow(places, names, new Moments(desk.region().zone()), unknowns);
        try {
            compare(reader.read(cells));
        } catch (PastRow.Unusable e) {
            malformed(line, String.valueOf(e.getMessage()));
        }
    }

    private void compare(PastIncident other) {
        if (!period.contains(other.registeredAt())) {
            outside++;
        } else if (other.post().isEmpty()) {
            withoutPost++;
        } else {
            rows++;
            theirs.add(other.post().get());
            compare(other, other.post().get());
        }
    }

    private void compare(PastIncident other, PostId post) {
        Result<Review.Item> found = desk.review().view(actor, post);
        if (found.refusal()
                .filter(refusal -> refusal.code() == RefusalCode.NOT_FOUND)
                .isPresent()) {
            differences.add(missed(other, post, Optional.empty(), "NOT_CAPTURED"));
            return;
        }
        Review.Item item = found.orThrow();
        Optional<Incident> incident =
                item.incident().map(id -> desk.incidents().view(actor, id).orThrow());
        if (incident.isEmpty()) {
            differences.add(missed(other, post, Optional.empty(), (item.state() + " " + item.reason()).strip()));
        } else if (incident.get().state() == IncidentState.REJECTED) {
            differences.add(missed(other, post, item.incident(), "REJECTED"));
        } else {
            compare(other, post, incident.get());
        }
    }

    private static Difference missed(PastIncident other, PostId post, Optional<IncidentId> incident, String ours) {
        return new Difference(Kind.MISSED, post, Optional.of(other.number()), incident, other.registeredAt(), "", ours);
    }

    private void compare(PastIncident other, PostId post, Incident incident) {
        boolean sameBody = other.body().isEmpty() || other.body().equals(incident.lead());
        boolean sameTopic = other.topic().isEmpty() || isNear(other.topic().get(), incident.topic());
        if (!sameBody) {
            String ours = incident.lead().map(BodyId::value).orElse("");
            differences.add(other(
                    Kind.OTHER_BODY, other, post, incident, other.body().get().value(), ours));
        }
        if (!sameTopic) {
            String ours = incident.topic().map(TopicId::value).orElse("");
            differences.add(other(
                    Kind.OTHER_TOPIC, other, post, incident, other.topic().get().value(), ours));
        }
        agreed += sameBody && sameTopic ? 1 : 0;
    }

    /** Systems cut topics to different depths, so a wider one is no contradiction. */
    private boolean isNear(TopicId other, Optional<TopicId> own) {
        var topics = desk.region().topics();
        return own.filter(topic -> topics.isWithin(topic, other) || topics.isWithin(other, topic))
                .isPresent();
    }

    private static Difference other(
            Kind kind, PastIncident other, PostId post, Incident incident, String theirs, String ours) {
        return new Difference(
                kind,
                post,
                Optional.of(other.number()),
                Optional.of(incident.id()),
                other.registeredAt(),
                theirs,
                ours);
    }

    ShadowReport finish() {
        IncidentQuery query = IncidentQuery.all()
                .in(STANDING)
                .registered(period.from(), period.before())
                .by(IncidentQuery.Sort.OLDEST)
                .limit(PAGE);
        IncidentPage page = desk.incidents().find(actor, query);
        page.lines().forEach(this::lookForExtra);
        while (page.next().isPresent()) {
            page = desk.incidents().find(actor, query.after(page.next().get()));
            page.lines().forEach(this::lookForExtra);
        }
        return new ShadowReport(
                rows, outside, withoutPost, mistakes, agreed, differences.counts(), differences.examples());
    }

    private void lookForExtra(IncidentSummary line) {
        Incident incident = desk.incidents().view(actor, line.id()).orThrow();
        List<Post> posts = desk.incidents().posts(actor, line.id(), POSTS).orThrow();
        boolean known = posts.stream().anyMatch(post -> theirs.contains(post.id()));
        if (incident.importedFrom().isEmpty() && !known) {
            differences.add(new Difference(
                    Kind.EXTRA,
                    incident.firstPost(),
                    Optional.empty(),
                    Optional.of(line.id()),
                    line.registeredAt(),
                    "",
                    line.topic().map(TopicId::value).orElse("")));
        }
    }
}
