package org.otklik.testkit.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Lets each request pass the door and the faults that a test ordered, and hands it on; guarded by the fake. */
final class OkService {

    private final OkWorld world;
    private final OkDoor door;
    private final OkGraph graph;
    private final OkWriting writes;
    private final Deque<Integer> nextReads = new ArrayDeque<>();
    private final Deque<Integer> nextWrites = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private OkFake.Writing writing = OkFake.Writing.AVAILABLE;
    private boolean millis = true;
    private boolean removeTarget;

    OkService(OkWorld world, OkDoor door) {
        this.world = world;
        this.door = door;
        this.graph = new OkGraph(world);
        this.writes = new OkWriting(world);
    }

    void writing(OkFake.Writing how) {
        writing = how;
    }

    void withoutMillis() {
        millis = false;
    }

    void failReading(int... codes) {
        order(nextReads, codes);
    }

    void failWriting(int... codes) {
        order(nextWrites, codes);
    }

    private static void order(Deque<Integer> next, int... codes) {
        for (int code : codes) {
            next.add(code);
        }
    }

    void removeNextTarget() {
        removeTarget = true;
    }

    void hideNext() {
        writes.hideNext();
    }

    /** Names the methods of the calls that were admitted, in order. */
    List<String> calls() {
        return List.copyOf(log);
    }

    WireAnswer answer(WireRequest request) {
        try {
            return WireAnswer.json(200, OkGraph.isFor(request) ? chats(request) : method(request));
        } catch (OkRefusal refusal) {
            return refused(refusal);
        }
    }

    private static WireAnswer refused(OkRefusal refusal) {
        ObjectNode body = OkJson.NODES.objectNode();
        body.put("error_code", refusal.code()).put("error_msg", refusal.getMessage());
        body.putNull("error_data");
        return WireAnswer.json(200, body).header("Invocation-Error", String.valueOf(refusal.code()));
    }

    private JsonNode chats(WireRequest request) {
        fail(request.method().equals("POST") ? nextWrites : nextReads);
        log.add("graph " + request.method());
        return graph.answer(request);
    }

    private JsonNode method(WireRequest request) {
        if (!request.path().equals("/fb.do")) {
            throw new OkRefusal(4, "REQUEST : Only /fb.do is served");
        }
        OkDoor.Call call = door.admit(request);
        log.add(call.method());
        boolean writes = OkMethods.rule(call.method()).writes();
        fail(writes ? nextWrites : nextReads);
        return writes ? write(call) : new OkReading(world, new OkJson(millis)).answer(call);
    }

    private static void fail(Deque<Integer> codes) {
        Integer code = codes.poll();
        if (code != null) {
            throw new OkRefusal(code, "AS_ORDERED : The test wants this");
        }
    }

    private JsonNode write(OkDoor.Call call) {
        if (call.method().equals("mediatopic.post")) {
            return writes.answer(call);
        }
        switch (writing) {
            case NO_METHOD -> throw new OkRefusal(3, "METHOD : Method " + call.method() + " not found");
            case DENIED -> throw new OkRefusal(10, "PERMISSION_DENIED : No permission to call the method");
            case AVAILABLE -> removeTarget(call);
        }
        return writes.answer(call);
    }

    private void removeTarget(OkDoor.Call call) {
        if (removeTarget) {
            removeTarget = false;
            String comment = call.get("reply_to_comment_id", "");
            OkDiscussion discussion = world.discussion(null, call.need("entityId"));
            if (!discussion.forget(comment)) {
                world.discussions.remove(discussion.id);
            }
        }
    }
}
