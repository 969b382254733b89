package org.otklik.chaos;

import java.util.EnumSet;
import java.util.Set;
import org.otklik.spi.Capability;

/** How the fake network lets a doubtful reply be cleared up, and what its adapter says about it. */
enum Proof {
    /** The network shows a reply once for a key. */
    KEY,
    /** The network knows no keys, but own replies can be looked up. */
    READ_BACK,
    /** The network knows no keys, and the adapter says that it does: the negative control. */
    LIE;

    Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(Capability.POLL, Capability.WEBHOOK, Capability.REPLY);
        all.add(this == READ_BACK ? Capability.READ_BACK : Capability.IDEMPOTENT_SEND);
        return all;
    }

    /** What tells a reply from others: its key, or, where none is known, what citizens see; each letter of a clerk has its own words. */
    String mark(String key, String post, String text) {
        return this == KEY ? key : post + " " + text;
    }
}
