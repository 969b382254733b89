package org.otklik.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.id.BodyId;

/**
 * Who gives a command; immutable. The host authenticates, the desk authorises.
 *
 * <p>The id goes into events, so it is a stable code of the host's user directory, never a person's name.
 *
 * @param id code of the user, 1 to 64 characters of {@code A-Za-z0-9._@-}
 * @param roles what he may do
 * @param bodies the bodies he works for; used by roles that are bound to a body
 * @param standsInFor code of the user whose duty he takes over, if any
 */
public record Actor(String id, Set<Role> roles, Set<BodyId> bodies, Optional<String> standsInFor) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
    private static final Actor SYSTEM = new Actor("system", Set.of(Role.SYSTEM), Set.of(), Optional.empty());

    /** Checks the codes and copies the sets. */
    public Actor {
        Objects.requireNonNull(id, "id");
        standsInFor.ifPresent(Actor::checkCode);
        checkCode(id);
        roles = Set.copyOf(roles);
        bodies = Set.copyOf(bodies);
    }

    private static void checkCode(String code) {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("An actor's id must be 1 to 64 characters of A-Z a-z 0-9 . _ @ -"
                    + " (a code of the user directory, not a name).");
        }
    }

    /**
     * Returns the desk itself.
     *
     * @return the actor of automatic steps
     */
    public static Actor system() {
        return SYSTEM;
    }

    /**
     * Returns an actor for the whole region.
     *
     * @param id code of the user
     * @param roles what he may do
     * @return the actor
     */
    public static Actor of(String id, Role... roles) {
        return new Actor(id, Set.of(roles), Set.of(), Optional.empty());
    }

    /**
     * Returns this actor as a worker of bodies.
     *
     * @param which the bodies he works for
     * @return a copy
     */
    public Actor in(BodyId... which) {
        return new Actor(id, roles, Set.of(which), standsInFor);
    }

    /**
     * Returns this actor taking over another's duty; both codes are recorded with what he does.
     *
     * @param absent code of the user he stands in for
     * @return a copy
     */
    public Actor standingInFor(String absent) {
        return new Actor(id, roles, bodies, Optional.of(absent));
    }

    /**
     * Tells whether the actor holds a role.
     *
     * @param role the role
     * @return true if he holds it
     */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
