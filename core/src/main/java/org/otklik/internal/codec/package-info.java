/** How domain values become stored JSON and back; versioned, readable for ever. */
@NullMarked
package org.otklik.internal.codec;

import org.jspecify.annotations.NullMarked;
