package org.otklik.simulation;

/** The node died here; an error, so that nothing in the desk catches it. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super("killed " + where, null, false, false);
    }
}
