/** Decides whether a post is an incident, of which kind and topic, and says by which evidence. */
@NullMarked
package org.otklik.classify;

import org.jspecify.annotations.NullMarked;
