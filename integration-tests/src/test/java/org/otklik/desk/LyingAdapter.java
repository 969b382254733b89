package org.otklik.desk;

import java.util.EnumSet;
import java.util.Set;
import org.otklik.spi.Capability;
import org.otklik.tck.HonestAdapter;
import org.otklik.testkit.InMemoryNetwork;

/** Says that its network shows a reply once for a key, though the network behind it shows it as often as it is sent. */
final class LyingAdapter extends HonestAdapter {

    LyingAdapter(InMemoryNetwork truth) {
        super(truth);
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> claimed = EnumSet.copyOf(super.capabilities());
        claimed.add(Capability.IDEMPOTENT_SEND);
        return claimed;
    }
}
