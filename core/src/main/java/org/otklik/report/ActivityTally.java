package org.otklik.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.id.PlaceId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.place.Population;

/** Gathers residents' activity; for one thread. */
final class ActivityTally {

    private static final Comparator<ActivityRanking.Line> BY_ID = Comparator.comparing(ActivityRanking.Line::place);
    private static final Comparator<ActivityRanking.Line> BY_POSTS =
            Comparator.comparingLong(ActivityRanking.Line::posts).reversed();
    private static final Comparator<ActivityRanking.Line> BY_RATE = (one, other) -> Long.compare(
            other.posts() * residents(one), one.posts() * residents(other)); // exact, the higher rate first

    private final ReportNames names;
    private final Map<PlaceId, Sum> byPlace = new TreeMap<>();
    private Sum unplaced = Sum.ZERO;

    /** Incidents and their posts in one place. */
    private record Sum(long incidents, long posts) {

        static final Sum ZERO = new Sum(0, 0);

        Sum plus(long morePosts) {
            return new Sum(incidents + 1, posts + morePosts);
        }
    }

    ActivityTally(ReportNames names) {
        this.names = names;
        names.places().municipalities().forEach(place -> byPlace.put(place.id(), Sum.ZERO));
    }

    void add(Incident incident, long posts) {
        if (incident.state() == IncidentState.REJECTED || incident.state() == IncidentState.MERGED) {
            return;
        }
        Optional<PlaceId> place = incident.municipality();
        if (place.isEmpty()) {
            unplaced = unplaced.plus(posts);
        } else {
            byPlace.put(place.get(), byPlace.getOrDefault(place.get(), Sum.ZERO).plus(posts));
        }
    }

    ActivityRanking ranking() {
        List<ActivityRanking.Line> known = new ArrayList<>();
        List<ActivityRanking.Line> unknown = new ArrayList<>();
        byPlace.forEach((place, sum) -> {
            Optional<Population> people = names.population(place);
            (people.isPresent() ? known : unknown).add(line(place, sum, people));
        });
        unknown.removeIf(line -> line.incidents() == 0);
        unknown.sort(BY_POSTS.thenComparing(BY_ID));
        return new ActivityRanking(ranked(known), unknown, unplaced.incidents(), unplaced.posts());
    }

    private static ActivityRanking.Line line(PlaceId place, Sum sum, Optional<Population> people) {
        return new ActivityRanking.Line(place, sum.incidents(), sum.posts(), people, 0, 0);
    }

    private static List<ActivityRanking.Line> ranked(List<ActivityRanking.Line> lines) {
        Map<PlaceId, Integer> postRanks = new HashMap<>();
        lines.sort(BY_POSTS.thenComparing(BY_ID));
        List<Integer> byPosts = Ranks.of(lines, BY_POSTS);
        for (int i = 0; i < lines.size(); i++) {
            postRanks.put(lines.get(i).place(), byPosts.get(i));
        }
        lines.sort(BY_RATE.thenComparing(BY_ID));
        List<Integer> byRate = Ranks.of(lines, BY_RATE);
        List<ActivityRanking.Line> ranked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ActivityRanking.Line line = lines.get(i);
            int rankByPosts = postRanks.getOrDefault(line.place(), 0);
            ranked.add(new ActivityRanking.Line(
                    line.place(), line.incidents(), line.posts(), line.population(), byRate.get(i), rankByPosts));
        }
        return ranked;
    }

    private static long residents(ActivityRanking.Line line) {
        return line.population().map(Population::count).orElse(1L);
    }
}
