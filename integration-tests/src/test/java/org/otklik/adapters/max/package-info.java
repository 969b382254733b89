/** The adapter of MAX against its fake. */
@NullMarked
package org.otklik.adapters.max;

import org.jspecify.annotations.NullMarked;
