package org.otklik.architecture.broken.route;

import org.otklik.architecture.broken.internal.Secret;
import org.otklik.architecture.broken.post.PostThatRoutes;

/** Closes the circle with posts and calls internal code. */
public record Route(PostThatRoutes post, Secret secret) {}
