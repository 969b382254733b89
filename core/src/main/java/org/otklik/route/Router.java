package org.otklik.route;

/**
 * Finds the body that must act.
 *
 * <p>Implementations are thread-safe, decide from the request alone, do not keep its text, and always give their
 * reason; not finding a body is an answer, not an exception.
 */
@FunctionalInterface
public interface Router {

    /**
     * Routes a matter.
     *
     * @param request what is known about it
     * @return the bodies, or why none was found
     */
    Route route(RouteRequest request);
}
