package org.otklik.report;

import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentState;
import org.otklik.post.NetworkId;

/**
 * Incidents registered in the period; immutable. Every table counts each incident once, rejected and merged ones too.
 *
 * @param byTopic by topic as assigned
 * @param byRootTopic by the root of the topic
 * @param byKind by kind of message
 * @param byNetwork by network of the first post
 * @param byMunicipality by municipality; unknown also when the whole region is concerned
 * @param byState by state
 * @param bySeverity by severity
 * @param posts how many posts belong to them
 * @param turns how often work turned back
 * @param imported how many of them were taken over closed from an earlier system
 */
public record IncidentCounts(
        CountTable<TopicId> byTopic,
        CountTable<TopicId> byRootTopic,
        CountTable<MessageKind> byKind,
        CountTable<NetworkId> byNetwork,
        CountTable<PlaceId> byMunicipality,
        CountTable<IncidentState> byState,
        CountTable<Severity> bySeverity,
        long posts,
        Turns turns,
        long imported) {

    /**
     * Counts all incidents.
     *
     * @return the total of any table
     */
    public long total() {
        return byState.total();
    }
}
