package org.otklik.report;

import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.post.NetworkId;

/** Gathers counts of incidents; for one thread. */
final class IncidentTally {

    private final ReportNames names;
    private final CountTally<TopicId> byTopic = new CountTally<>();
    private final CountTally<TopicId> byRootTopic = new CountTally<>();
    private final CountTally<MessageKind> byKind = new CountTally<>();
    private final CountTally<NetworkId> byNetwork = new CountTally<>();
    private final CountTally<PlaceId> byMunicipality = new CountTally<>();
    private final CountTally<IncidentState> byState = new CountTally<>();
    private final CountTally<Severity> bySeverity = new CountTally<>();
    private final TurnsTally turns = new TurnsTally();
    private long posts;
    private long imported;

    IncidentTally(ReportNames names) {
        this.names = names;
    }

    void add(Incident incident, long itsPosts) {
        byTopic.add(incident.topic(), 1);
        byRootTopic.add(incident.topic().map(names::root), 1);
        byKind.add(Optional.of(incident.kind()), 1);
        byNetwork.add(Optional.of(incident.firstPost().network()), 1);
        byMunicipality.add(incident.municipality(), 1);
        byState.add(Optional.of(incident.state()), 1);
        bySeverity.add(Optional.of(incident.assessment().severity()), 1);
        turns.add(incident.life().tally());
        posts += itsPosts;
        imported += incident.importedFrom().isPresent() ? 1 : 0;
    }

    IncidentCounts counts() {
        return new IncidentCounts(
                byTopic.table(),
                byRootTopic.table(),
                byKind.table(),
                byNetwork.table(),
                byMunicipality.table(),
                byState.table(),
                bySeverity.table(),
                posts,
                turns.turns(),
                imported);
    }
}
