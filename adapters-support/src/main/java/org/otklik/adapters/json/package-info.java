/** Reads JSON of strangers: bounded, exact, forgiving about what is absent. */
@NullMarked
package org.otklik.adapters.json;

import org.jspecify.annotations.NullMarked;
