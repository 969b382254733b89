package org.otklik.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Grants by role; roles of a body reach only what belongs to that body. */
final class RoleAuthorizer implements Authorizer {

    private static final Set<Role> BOUND_TO_BODY = EnumSet.of(Role.CURATOR, Role.EXECUTOR);

    @Override
    public boolean permits(AccessRequest request) {
        return request.actor().roles().stream().anyMatch(role -> grants(role, request));
    }

    private static boolean grants(Role role, AccessRequest request) {
        return request.operation().roles().contains(role) && (!BOUND_TO_BODY.contains(role) || ownsOne(request));
    }

    private static boolean ownsOne(AccessRequest request) {
        if (request.owners().isEmpty()) {
            return request.operation() == Operation.REGISTER_POST || request.operation() == Operation.VIEW_REPORT;
        }
        return !Collections.disjoint(request.actor().bodies(), request.owners());
    }
}
