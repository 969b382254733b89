package org.otklik.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** All chance of a run, and a trace of what came of it; the same seed rolls the same run. For one thread. */
final class Dice {

    private static final int REMEMBERED = Integer.getInteger("simulation.notes", 60);
    private static final long PRIME = 1_099_511_628_211L;

    private final Random random;
    private final Deque<String> last = new ArrayDeque<>();
    private long trace = 1;
    private int steps;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** Another source of chance, for what rolls by itself. */
    Random another() {
        return new Random(random.nextLong());
    }

    /** Counts a step: a transaction begun or ended, a call to the network begun or ended. */
    void step(String what) {
        steps++;
        note(what);
    }

    void note(String what) {
        trace = trace * PRIME + what.hashCode();
        last.add(what);
        if (last.size() > REMEMBERED) {
            last.remove();
        }
    }

    int steps() {
        return steps;
    }

    /** A number that two runs share if they did the same in the same order. */
    long trace() {
        return trace;
    }

    String lastNotes() {
        return String.join("\n", last);
    }
}
