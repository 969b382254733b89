package org.otklik.internal.codec;

import org.otklik.incident.Incident;
import org.otklik.spi.storage.IncidentRow;

/** Writes and reads the snapshot of an incident. */
public final class IncidentJson {

    private static final Class<? extends Incident> STORED =
            Incident.class.getPermittedSubclasses()[0].asSubclass(Incident.class);

    private IncidentJson() {}

    /**
     * Writes an incident.
     *
     * @param json the configuration
     * @param incident the incident
     * @return its JSON
     */
    public static String write(Json json, Incident incident) {
        return json.write(incident);
    }

    /**
     * Reads an incident with the counters of its row.
     *
     * @param json the configuration
     * @param row as stored
     * @return the incident
     */
    public static Incident read(Json json, IncidentRow row) {
        return json.read(row.snapshot(), STORED).with(row.counters());
    }
}
