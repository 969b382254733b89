/** Calls real networks with tokens of the environment; runs in the profile {@code live} only. */
@NullMarked
package org.otklik.live;

import org.jspecify.annotations.NullMarked;
