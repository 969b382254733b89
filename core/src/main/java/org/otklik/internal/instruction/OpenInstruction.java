package org.otklik.internal.instruction;

import java.util.Optional;
import java.util.Set;
import org.otklik.id.InstructionId;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.internal.codec.InstructionJson;
import org.otklik.internal.unit.Session;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** An instruction under change within one session. */
final class OpenInstruction {

    private final Session session;
    private final StreamId stream;
    private final long loadedVersion;
    private Instruction instruction;
    private StreamHead head;

    private OpenInstruction(Session session, Instruction instruction, StreamHead head) {
        this.session = session;
        this.instruction = instruction;
        this.head = head;
        this.stream = StreamId.instruction(instruction.id());
        this.loadedVersion = head.version();
    }

    static Optional<OpenInstruction> find(Session session, InstructionId id) {
        return session.stores()
                .instructions()
                .find(id)
                .map(row -> new OpenInstruction(
                        session, InstructionJson.read(session.parts().json(), row), row.stream()));
    }

    static OpenInstruction issue(Session session, InstructionEvent.Issued event) {
        OpenInstruction open = new OpenInstruction(session, Instruction.issue(event), StreamHead.EMPTY);
        open.append(event);
        return open;
    }

    Instruction instruction() {
        return instruction;
    }

    Session session() {
        return session;
    }

    StreamId stream() {
        return stream;
    }

    void record(InstructionEvent event) {
        instruction = instruction.after(event);
        append(event);
    }

    private void append(InstructionEvent event) {
        var codec = session.parts().instructionEvents();
        head = session.record(stream, head, codec.type(event), codec.write(event));
    }

    void save() {
        if (head.version() == loadedVersion) {
            return;
        }
        InstructionRow row = new InstructionRow(
                instruction.id(),
                instruction.number(),
                instruction.state(),
                Set.copyOf(instruction.executors()),
                Set.copyOf(instruction.incidents()),
                instruction.issuedAt(),
                instruction.deadline(),
                session.now(),
                head,
                InstructionJson.write(session.parts().json(), instruction));
        if (loadedVersion == 0) {
            session.stores().instructions().insert(row);
        } else {
            session.stores().instructions().update(row, loadedVersion);
        }
    }
}
