package org.otklik.testkit.max;

import java.util.ArrayList;
import java.util.List;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Lets each request pass the storms, the door and the ordered troubles, and hands it on; guarded by the fake. */
final class MaxService {

    private final MaxDoor door;
    private final MaxReads reads;
    private final MaxWrites writes;
    private final MaxTrouble trouble;
    private final List<String> log = new ArrayList<>();

    MaxService(MaxWorld world, MaxDoor door, MaxTrouble trouble) {
        this.door = door;
        this.reads = new MaxReads(world);
        this.writes = new MaxWrites(world);
        this.trouble = trouble;
    }

    /** Names the calls that were admitted, in order. */
    List<String> calls() {
        return List.copyOf(log);
    }

    WireAnswer answer(WireRequest request) {
        try {
            trouble.storm(request);
            MaxCall call = door.admit(request);
            log.add(call.route());
            return call.route().startsWith("GET ") ? read(call) : write(call);
        } catch (MaxRefusal refusal) {
            return MaxTrouble.refusal(refusal.status(), refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    private WireAnswer read(MaxCall call) {
        return trouble.nextRead().orElseGet(() -> WireAnswer.json(200, reads.answer(call)));
    }

    private WireAnswer write(MaxCall call) {
        return trouble.nextWrite().orElseGet(() -> {
            trouble.before(call);
            WireAnswer answer = WireAnswer.json(200, writes.answer(call));
            trouble.after(call);
            return answer;
        });
    }
}
