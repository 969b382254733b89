package org.otklik.architecture.broken.post;

import org.otklik.architecture.broken.route.Route;

/** Reaches up: posts must not know of routes. */
public record PostThatRoutes(Route route) {}
