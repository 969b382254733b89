package org.otklik.access;

import java.util.Set;
import org.otklik.id.BodyId;

/**
 * The question put to an {@link Authorizer}; immutable.
 *
 * @param actor who asks
 * @param operation what he asks for
 * @param owners the bodies that the thing belongs to; empty when it belongs to none yet or to the whole region
 */
public record AccessRequest(Actor actor, Operation operation, Set<BodyId> owners) {

    /** Copies the set. */
    public AccessRequest {
        owners = Set.copyOf(owners);
    }
}
