package org.otklik.examples.demo.people;

import java.time.Instant;

/** Somebody who works with the desk. What he does follows from what the desk shows him and the time, never from memory. */
public interface Person {

    /**
     * Does what there is to do now.
     *
     * @param now the demo's time
     */
    void act(Instant now);
}
