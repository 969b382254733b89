package org.otklik.testkit.x;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.WireAnswer;

/** What will go wrong next; thread-safe. */
final class Trouble {

    static final Set<Fault> POLLING =
            EnumSet.of(Fault.POLL_FAILS, Fault.POLL_RATE_LIMIT, Fault.POLL_TWICE, Fault.POLL_OUT_OF_ORDER);
    static final Set<Fault> LOOKING = EnumSet.of(Fault.LOOKUP_FAILS);
    static final Set<Fault> PUBLISHING = EnumSet.complementOf(union());

    private record Scripted(String prefix, WireAnswer answer) {}

    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<Scripted> scripted = new ArrayDeque<>();

    private static EnumSet<Fault> union() {
        EnumSet<Fault> others = EnumSet.copyOf(POLLING);
        others.addAll(LOOKING);
        return others;
    }

    synchronized void next(Fault fault) {
        faults.add(fault);
    }

    synchronized void script(String prefix, WireAnswer answer) {
        scripted.add(new Scripted(prefix, answer));
    }

    synchronized Optional<Fault> take(Set<Fault> kinds) {
        Iterator<Fault> each = faults.iterator();
        while (each.hasNext()) {
            Fault fault = each.next();
            if (kinds.contains(fault)) {
                each.remove();
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    synchronized Optional<WireAnswer> scripted(String path) {
        Iterator<Scripted> each = scripted.iterator();
        while (each.hasNext()) {
            Scripted one = each.next();
            if (path.startsWith(one.prefix)) {
                each.remove();
                return Optional.of(one.answer);
            }
        }
        return Optional.empty();
    }
}
