package org.otklik.testkit;

/** The process died here, as far as the test is concerned; an error, so that nothing catches it on the way. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super("The process was made to die " + where + ".");
    }
}
