package org.otklik.access;

/** Decides who may do what; asked inside the desk at every operation. Implementations are thread-safe and fast. */
@FunctionalInterface
public interface Authorizer {

    /**
     * Answers whether the actor may do the operation on something of these bodies.
     *
     * @param request who asks for what
     * @return true to let it happen
     */
    boolean permits(AccessRequest request);

    /**
     * Returns the default: the roles of each {@link Operation}; curators and executors only in their own bodies.
     *
     * @return an immutable authorizer
     */
    static Authorizer byRole() {
        return new RoleAuthorizer();
    }
}
