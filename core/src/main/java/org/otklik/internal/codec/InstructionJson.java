package org.otklik.internal.codec;

import org.otklik.instruction.Instruction;
import org.otklik.spi.storage.InstructionRow;

/** Writes and reads the snapshot of an instruction. */
public final class InstructionJson {

    private static final Class<? extends Instruction> STORED =
            Instruction.class.getPermittedSubclasses()[0].asSubclass(Instruction.class);

    private InstructionJson() {}

    /**
     * Writes an instruction.
     *
     * @param json the configuration
     * @param instruction the instruction
     * @return its JSON
     */
    public static String write(Json json, Instruction instruction) {
        return json.write(instruction);
    }

    /**
     * Reads an instruction.
     *
     * @param json the configuration
     * @param row as stored
     * @return the instruction
     */
    public static Instruction read(Json json, InstructionRow row) {
        return json.read(row.snapshot(), STORED);
    }
}
