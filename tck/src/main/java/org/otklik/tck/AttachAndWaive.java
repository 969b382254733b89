package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.PostTally;
import org.otklik.spi.storage.UnitOfWork;

/** Half of the threads attach posts to an incident, the others say of all that wait that they need no answer. */
final class AttachAndWaive {

    private static final int THREADS = 4;

    private final StorageContract contract;
    private final IncidentId incident;
    private final Foresight foresight;

    AttachAndWaive(StorageContract contract, IncidentId incident, Foresight foresight) {
        this.contract = contract;
        this.incident = incident;
        this.foresight = foresight;
    }

    /** The counters tell what is there when all have done so many turns; the posts are new from a number on. */
    void run(int turns, int number) {
        int before = tally().total();

        Together.run(THREADS, thread -> {
            for (int turn = 0; turn < turns; turn++) {
                int post = number + thread * turns + turn;
                contract.write(thread % 2 == 0 ? unit -> attach(unit, post) : this::waiveAll);
            }
            return thread;
        });

        PostTally tally = tally();
        var counters = contract.ask(unit -> unit.incidents().find(incident))
                .orElseThrow()
                .counters();
        assertEquals(before + THREADS / 2 * turns, tally.total());
        assertEquals(tally.total(), counters.total());
        assertEquals(tally.awaiting(), counters.awaiting());
    }

    private PostTally tally() {
        return contract.ask(unit -> unit.posts().tally(incident));
    }

    private void attach(UnitOfWork unit, int number) {
        PostRow row = Sample.attached(Sample.post(number), incident, AnswerState.AWAITING);
        unit.posts().insertNew(List.of(row));
        unit.incidents().count(incident, 1, 1, Optional.of(row.facts().publishedAt()));
    }

    private void waiveAll(UnitOfWork unit) {
        unit.foresee(foresight);
        unit.incidents().find(incident);
        int waived = unit.posts().markAnswers(incident, List.of(), AnswerState.AWAITING, AnswerState.WAIVED);
        if (waived > 0) {
            unit.incidents().counted(incident, 0, -waived, Optional.empty());
        }
    }
}
