package org.otklik.examples.demo.network;

/** How a network misbehaves. */
public enum Fault {
    /** It applied the reply, but its answer was lost. */
    TIME_OUT,
    /** It asked to come later. */
    RATE_LIMIT,
    /** The post was deleted meanwhile. */
    TARGET_GONE,
    /** It took the reply and hides it from the citizens. */
    HIDDEN
}
