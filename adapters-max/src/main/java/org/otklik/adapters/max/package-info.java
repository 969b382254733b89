/** The adapter of MAX; start with {@link org.otklik.adapters.max.MaxAdapter}. */
@NullMarked
package org.otklik.adapters.max;

import org.jspecify.annotations.NullMarked;
