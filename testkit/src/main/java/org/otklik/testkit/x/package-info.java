/** X as its API v2 shows it: a fake over HTTP with a state, limits, prices and troubles. */
@NullMarked
package org.otklik.testkit.x;

import org.jspecify.annotations.NullMarked;
