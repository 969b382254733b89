package org.otklik.examples.demo.people;

import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.id.BodyId;

/** Who works at the desk. */
public final class Staff {

    /** Decides what is an incident. */
    public static final Actor MODERATOR = Actor.of("moderator", Role.MODERATOR);

    /** Routes, redirects, joins, takes observed answers and closes. */
    public static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);

    /** Approves what others wrote. */
    public static final Actor APPROVER = Actor.of("administrator", Role.APPROVER, Role.PUBLISHER);

    /** Confirms outcomes of instructions. */
    public static final Actor CONTROLLER = Actor.of("controller", Role.CONTROLLER);

    /** Gives instructions. */
    public static final Actor GOVERNOR = Actor.of("governor", Role.HEAD);

    private Staff() {}

    static Actor official(BodyId body) {
        return Actor.of("official." + body.value(), Role.EXECUTOR, Role.CURATOR).in(body);
    }
}
