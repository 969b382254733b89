package org.otklik.cluster;

import java.util.Arrays;
import org.otklik.id.IncidentId;

/** The remembered posts of each incident, chained from the newest; for one thread. */
final class Families {

    private static final int NONE = Links.NONE;

    private final Remembered remembered;
    private final SlotTable newest;
    private int[] older = new int[0];
    private int[] newer = new int[0];

    Families(Remembered remembered) {
        this.remembered = remembered;
        newest = new SlotTable();
    }

    void grow(int slots) {
        int[] kept = older;
        int[] heads = newer;
        older = Arrays.copyOf(older, slots);
        newer = Arrays.copyOf(newer, slots);
        newest.resize(slots);
        for (int slot = 0; slot < kept.length; slot++) {
            if (remembered.isLive(slot) && heads[slot] == NONE) {
                newest.add(remembered.incidentHash(slot), slot);
            }
        }
    }

    int newest(IncidentId incident) {
        return newest.find(incident.value().hashCode(), slot -> remembered.isOf(slot, incident));
    }

    int older(int slot) {
        return older[slot];
    }

    void add(int slot, int newestSoFar) {
        older[slot] = newestSoFar;
        newer[slot] = NONE;
        if (newestSoFar != NONE) {
            newer[newestSoFar] = slot;
            newest.remove(remembered.incidentHash(newestSoFar), newestSoFar);
        }
        newest.add(remembered.incidentHash(slot), slot);
    }

    /** Takes a slot out; it must still be known of which incident it was. */
    void remove(int slot) {
        int before = older[slot];
        if (before != NONE) {
            newer[before] = newer[slot];
        }
        if (newer[slot] != NONE) {
            older[newer[slot]] = before;
            return;
        }
        int hash = remembered.incidentHash(slot);
        newest.remove(hash, slot);
        if (before != NONE) {
            newest.add(hash, before);
        }
    }
}
