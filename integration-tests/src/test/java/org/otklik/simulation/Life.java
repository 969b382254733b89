package org.otklik.simulation;

import java.util.function.IntConsumer;

/** One life of a node, from its start to its death; a dead one does nothing more. For one thread. */
final class Life {

    private static final int MORTALITY = 150;
    private static final int SELDOM = 15;
    private static final int OFTEN = 4;

    private final String node;
    private final Dice dice;
    private final World world;
    private final IntConsumer interlude;
    private boolean dead;

    Life(String node, World world, IntConsumer interlude) {
        this.node = node;
        this.world = world;
        this.dice = world.dice;
        this.interlude = interlude;
    }

    /** Somebody kills the node, perhaps while it stands still in the middle of something. */
    void end() {
        dead = true;
    }

    /** A transaction begins or has ended. */
    void step(String what) {
        step(what, SELDOM);
    }

    /** A call to the network begins or has ended, where standing still does most harm. */
    void call(String what) {
        step(what, OFTEN);
    }

    /** A point where the node may die, or stand still while others go on. */
    private void step(String what, int oneIn) {
        dieIfDead(what);
        dice.step(node + " " + what);
        if (world.isHealed()) {
            return;
        }
        if (dice.oneIn(MORTALITY)) {
            dead = true;
        }
        dieIfDead(what);
        interlude.accept(oneIn);
        dieIfDead(what);
    }

    private void dieIfDead(String where) {
        if (dead) {
            dice.note(node + " is dead where it " + where);
            throw new Killed(node + " where it " + where);
        }
    }

    boolean isTroubled(int oneIn) {
        boolean trouble = !world.isHealed() && dice.oneIn(oneIn);
        if (trouble) {
            dice.note(node + " is in trouble");
        }
        return trouble;
    }
}
